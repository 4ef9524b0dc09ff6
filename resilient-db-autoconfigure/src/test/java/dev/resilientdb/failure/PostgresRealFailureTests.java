package dev.resilientdb.failure;

import java.util.Map;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.PostgresServer;
import dev.resilientdb.test.TestDatabase;

class PostgresRealFailureTests extends PostgresFailureContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresRealFailureTests() {
		super(DATABASE);
	}

	@Override
	DatabaseServer startServer() {
		return PostgresServer.start(Map.of("max_connections", "6"));
	}

}
