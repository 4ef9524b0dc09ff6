package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbCrowdTests extends CrowdContract {

	MariaDbCrowdTests() {
		super(TestDatabase.mariaDb());
	}

}
