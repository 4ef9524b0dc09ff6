package dev.resilientdb.failure;

import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ContainerImage;
import dev.resilientdb.test.ContainerServer;
import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.TestDatabase;

@Tag("container")
class MySql84FailureTests extends MySqlFailureContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MYSQL_8_4);

	MySql84FailureTests() {
		super(DATABASE);
	}

	@Override
	DatabaseServer startServer() {
		return ContainerServer.start(ContainerImage.MYSQL_8_4, Map.of("max_connections", "10"));
	}

}
