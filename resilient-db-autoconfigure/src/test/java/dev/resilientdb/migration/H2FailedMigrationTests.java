package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2FailedMigrationTests extends FailedMigrationContract {

	H2FailedMigrationTests() {
		super(TestDatabase.h2());
	}

}
