package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbRightsTests extends RightsContract {

	MariaDbRightsTests() {
		super(TestDatabase.mariaDb());
	}

}
