package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresFailedMigrationTests extends FailedMigrationContract {

	PostgresFailedMigrationTests() {
		super(TestDatabase.postgres());
	}

}
