package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbCrashedMigrationTests extends CrashedMigrationContract {

	MariaDbCrashedMigrationTests() {
		super(TestDatabase.mariaDb());
	}

}
