package dev.resilientdb.circuit;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class MariaDbNetworkCircuitTests extends NetworkCircuitContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	@Override
	TestDatabase database() {
		return database;
	}

}
