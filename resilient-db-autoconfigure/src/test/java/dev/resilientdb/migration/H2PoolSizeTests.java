package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2PoolSizeTests extends PoolSizeContract {

	H2PoolSizeTests() {
		super(TestDatabase.h2(), 2);
	}

}
