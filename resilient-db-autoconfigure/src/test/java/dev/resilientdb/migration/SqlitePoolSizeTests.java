package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqlitePoolSizeTests extends PoolSizeContract {

	SqlitePoolSizeTests() {
		super(TestDatabase.sqlite(), 1);
	}

}
