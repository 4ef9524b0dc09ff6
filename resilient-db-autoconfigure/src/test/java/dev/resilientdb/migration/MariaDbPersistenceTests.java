package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbPersistenceTests extends PersistenceContract {

	MariaDbPersistenceTests() {
		super(TestDatabase.mariaDb());
	}

}
