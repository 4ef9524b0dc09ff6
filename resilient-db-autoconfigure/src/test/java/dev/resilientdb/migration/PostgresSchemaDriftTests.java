package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresSchemaDriftTests extends SchemaDriftContract {

	PostgresSchemaDriftTests() {
		super(TestDatabase.postgres());
	}

	@Test
	void tellsChangedColumn() {
		jdbc().execute("alter table stock alter column order_id type bigint, alter column order_id set not null");
		assertThat(drift()).contains("type of column stock.order_id changed from integer to bigint",
				"nullability of column stock.order_id changed from null to not null");
	}

	@Test
	void namesOfOthersTablesAreNoStatements() {
		String columns = "(installed_rank integer, script text, checksum integer, installed_on date)";
		jdbc().execute("create table x " + columns);
		jdbc().execute("create table \"x\"\"; drop table stock; --\" " + columns);
		start();
		assertThat(jdbc().queryForList("select id from stock")).isEmpty();
	}

	@Test
	void maintenanceIsNoDrift() {
		this.scripts.with("V2__events.sql", """
				create table events (id integer, day date) partition by range (day);
				create table events_1 partition of events for values from ('2026-01-01') to ('2026-02-01');
				create materialized view days as select day from events;
				alter table stock add constraint stock_id check (id > 0) not valid;
				""");
		start().close();
		jdbc().execute("create table events_2 partition of events for values from ('2026-02-01') to ('2026-03-01')");
		jdbc().execute("drop table events_1");
		jdbc().execute("refresh materialized view days");
		jdbc().execute("alter table stock validate constraint stock_id");
		jdbc().execute("create schema other create table others (id integer)");
		assertThat(report(start()).anomalies()).extracting(Anomaly::id).doesNotContain("schema-drift");
	}

}
