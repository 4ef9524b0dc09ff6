package dev.resilientdb.failure;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ContainerImage;
import dev.resilientdb.test.ContainerServer;
import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.TestDatabase;

@Tag("container")
class MariaDb1011FailureTests extends MariaDbFailureContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MARIADB_10_11);

	MariaDb1011FailureTests() {
		super(DATABASE);
	}

	@Override
	DatabaseServer startServer() {
		return ContainerServer.start(ContainerImage.MARIADB_10_11, Map.of("max_connections", "10"));
	}

}
