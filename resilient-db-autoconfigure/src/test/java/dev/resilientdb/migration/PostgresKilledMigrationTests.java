package dev.resilientdb.migration;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresKilledMigrationTests extends KilledMigrationContract {

	PostgresKilledMigrationTests() {
		super(TestDatabase.postgres(), "lock table held in share mode");
	}

	private static final String WAITING = "select count(*) from pg_stat_activity where query like 'insert into held%'"
			+ " and wait_event_type = 'Lock' and datname = current_database()";

	@Test
	void statementsWithoutTransactionAreNamedBeforeTheyRun() throws SQLException {
		jdbc().execute("create table acc (id integer)");
		this.scripts.with("V2__stock.sql", "insert into acc values (1);\ninsert into held values (1);");
		this.scripts.with("V2__stock.sql.conf", "executeInTransaction=false");
		killInTheMiddle(WAITING);
		assertThat(analysis(refusal()).getDescription()).contains("crashed-migration (V2__stock.sql)",
				"1 INSERT acc, 2 INSERT held (begun)");
	}

	@Test
	void scriptsThatCommitAreNotAppliedAgain() throws SQLException {
		jdbc().execute("create table acc (id integer)");
		this.scripts.with("V2__stock.sql", "insert into acc values (1);\ncommit;\ninsert into held values (1);");
		killInTheMiddle(WAITING);
		assertThat(analysis(refusal()).getDescription()).contains("crashed-migration (V2__stock.sql)",
				"1 INSERT acc, 2 COMMIT, 3 INSERT held (begun)");
		assertThat(jdbc().queryForObject("select count(*) from acc", Integer.class)).isOne();
	}

	@Test
	void nextStartMigratesBecauseEverythingWasUndone() throws SQLException {
		killInTheMiddle("select count(*) from pg_stat_activity where query like 'alter table held%'"
				+ " and wait_event_type = 'Lock' and datname = current_database()");
		ConfigurableApplicationContext context = start();
		assertThat(report(context).current()).isEqualTo("2");
		assertThat(report(context).anomalies()).isEmpty();
		assertThat(LedgerContract.rows(database(), "V2__stock.sql")).extracting((row) -> row.progress().outcome())
			.containsExactlyInAnyOrder(MigrationOutcome.APPLIED, MigrationOutcome.ROLLED_BACK);
	}

}
