package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2PersistenceTests extends PersistenceContract {

	H2PersistenceTests() {
		super(TestDatabase.h2());
	}

}
