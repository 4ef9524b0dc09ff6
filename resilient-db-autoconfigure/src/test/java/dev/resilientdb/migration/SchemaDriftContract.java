package dev.resilientdb.migration;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Schemas that were changed besides migrations.
 */
abstract class SchemaDriftContract extends MigrationContract {

	SchemaDriftContract(TestDatabase database) {
		super(database);
	}

	@BeforeEach
	void migrate() {
		this.scripts.with("V1__orders.sql", """
				create table orders (id integer primary key, name varchar(20) default 'new' not null);
				create index orders_name on orders (name);
				create table stock (id integer primary key, order_id integer references orders (id));
				create view names as select name from orders;
				""");
		start().close();
	}

	@Test
	void unchangedSchemaIsNoDrift() {
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void tellsAddedColumn() {
		jdbc().execute("alter table orders add column note varchar(20)");
		assertThat(drift()).contains("column orders.note was added");
	}

	@Test
	void tellsMissingIndex() {
		jdbc().execute(dropIndex());
		assertThat(drift()).contains("index orders.orders_name is gone");
	}

	@Test
	void tellsAddedTableAsAWhole() {
		jdbc().execute("create table items (id integer primary key)");
		assertThat(drift()).contains("table items was added").doesNotContain("column items");
	}

	@Test
	void tellsDriftUntilTheSchemaIsTaken() {
		jdbc().execute("create table items (id integer primary key)");
		start().close();
		List<Anomaly> found = report(start()).anomalies();
		String advice = found.get(0).advice();
		jdbc().execute(advice.substring(advice.indexOf("DELETE FROM"), advice.indexOf(';')));
		start().close();
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void whatMigrationsOfAnotherHistoryDoIsNoDrift() {
		jdbc().execute("create table unrelated (id integer)");
		start("spring.flyway.table=other_history", "spring.flyway.baseline-on-migrate=true",
				"resilient-db.migration.policy.unknown-schema=warn")
			.close();
		assertThat(report(start()).anomalies()).extracting(Anomaly::id).doesNotContain("schema-drift");
	}

	@Test
	void historyThatGrowsWithoutRunningScriptsGetsAPictureOfItsOwn() {
		jdbc().execute("alter table orders add column done varchar(20)");
		this.scripts.with("V2__done.sql", "alter table orders add column done varchar(20)");
		start("spring.flyway.skip-executing-migrations=true").close();
		jdbc().execute("alter table orders add column note varchar(20)");
		assertThat(drift()).contains("column orders.note was added").doesNotContain("orders.done");
	}

	@Test
	void recordsUnderAnotherNameAreNoDrift() {
		start("resilient-db.migration.bookkeeping.table=other_records").close();
		assertThat(report(start()).anomalies()).isEmpty();
	}

	@Test
	void driftIsNotToldWithoutRecords() {
		jdbc().execute("create table items (id integer primary key)");
		assertThat(report(start("resilient-db.migration.bookkeeping.enabled=false")).anomalies()).isEmpty();
	}

	String dropIndex() {
		return "drop index orders_name";
	}

	String drift() {
		ConfigurableApplicationContext context = start();
		Anomaly anomaly = report(context).anomalies().get(0);
		assertThat(anomaly.id()).isEqualTo("schema-drift");
		return anomaly.evidence().toLowerCase(Locale.ROOT);
	}

}
