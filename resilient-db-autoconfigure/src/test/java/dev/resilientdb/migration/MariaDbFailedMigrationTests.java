package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbFailedMigrationTests extends FailedMigrationContract {

	MariaDbFailedMigrationTests() {
		super(TestDatabase.mariaDb());
	}

}
