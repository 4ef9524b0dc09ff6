package dev.resilientdb.failure;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ContainerImage;
import dev.resilientdb.test.ContainerServer;
import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.TestDatabase;

@Tag("container")
class Postgres15FailureTests extends PostgresFailureContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.POSTGRES_15);

	Postgres15FailureTests() {
		super(DATABASE);
	}

	@Override
	DatabaseServer startServer() {
		return ContainerServer.start(ContainerImage.POSTGRES_15, Map.of("max_connections", "6"));
	}

}
