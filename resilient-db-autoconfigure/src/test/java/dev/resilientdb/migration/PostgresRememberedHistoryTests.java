package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresRememberedHistoryTests extends RememberedHistoryContract {

	PostgresRememberedHistoryTests() {
		super(TestDatabase.postgres());
	}

	@Test
	void looksOnWhereOneLookFailsAndNothingCommitsByItself() {
		jdbc().execute("alter table resilient_db_migration drop column heads");
		jdbc().execute("update flyway_schema_history set checksum = 4711 where version = '2'");
		assertThat(refusal("spring.datasource.hikari.auto-commit=false")).hasMessageContaining("tampered-history");
	}

	@Test
	void recordsThatMakeNoSenseStopNoStart() {
		jdbc().execute(
				"update resilient_db_migration_state set content = 'x' || repeat(chr(9), 6) where kind = 'history'");
		assertThat(report(start()).current()).isEqualTo("2");
	}

}
