package dev.resilientdb.pool;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class MariaDbNetworkDrillTests extends NetworkDrillContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	@Override
	TestDatabase database() {
		return database;
	}

}
