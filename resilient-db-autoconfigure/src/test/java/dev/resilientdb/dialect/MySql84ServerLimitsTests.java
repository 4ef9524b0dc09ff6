package dev.resilientdb.dialect;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.ContainerImage;
import dev.resilientdb.test.ContainerServer;
import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.TestDatabase;

@Tag("container")
class MySql84ServerLimitsTests extends ServerLimitsContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.container(ContainerImage.MYSQL_8_4);

	MySql84ServerLimitsTests() {
		super(new MySqlDialect());
	}

	@Override
	DatabaseServer startServer(Map<String, String> settings) {
		return ContainerServer.start(ContainerImage.MYSQL_8_4, settings);
	}

	@Override
	int reserved() {
		return 0;
	}

	@Override
	String allowSevenConnections() {
		return "alter user %s with max_user_connections 7";
	}

	@Override
	String endIdleSessions() {
		return "set global wait_timeout = 90";
	}

	@Override
	String keepIdleSessions() {
		return "set global wait_timeout = 28800";
	}

	@Override
	Duration usualIdleTimeout() {
		return Duration.ofHours(8);
	}

}
