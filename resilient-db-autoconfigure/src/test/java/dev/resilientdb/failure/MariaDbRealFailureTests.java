package dev.resilientdb.failure;

import java.util.Map;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.MariaDbServer;
import dev.resilientdb.test.TestDatabase;

class MariaDbRealFailureTests extends MariaDbFailureContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbRealFailureTests() {
		super(DATABASE);
	}

	@Override
	DatabaseServer startServer() {
		return MariaDbServer.start(Map.of("max_connections", "10"));
	}

}
