package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbPoolSizeTests extends PoolSizeContract {

	MariaDbPoolSizeTests() {
		super(TestDatabase.mariaDb(), 1);
	}

}
