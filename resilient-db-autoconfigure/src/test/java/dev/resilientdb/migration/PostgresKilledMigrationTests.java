package dev.resilientdb.migration;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresKilledMigrationTests extends KilledMigrationContract {

	PostgresKilledMigrationTests() {
		super(TestDatabase.postgres(), "lock table held in access share mode");
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
