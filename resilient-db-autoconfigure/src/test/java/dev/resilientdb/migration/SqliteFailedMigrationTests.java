package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteFailedMigrationTests extends FailedMigrationContract {

	SqliteFailedMigrationTests() {
		super(TestDatabase.sqlite());
	}

}
