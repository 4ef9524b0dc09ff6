package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresPersistenceTests extends PersistenceContract {

	PostgresPersistenceTests() {
		super(TestDatabase.postgres());
	}

}
