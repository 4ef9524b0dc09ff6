package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2CrashedMigrationTests extends CrashedMigrationContract {

	H2CrashedMigrationTests() {
		super(TestDatabase.h2());
	}

}
