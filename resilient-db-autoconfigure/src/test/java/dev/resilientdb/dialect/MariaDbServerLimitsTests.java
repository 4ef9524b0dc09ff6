package dev.resilientdb.dialect;

import java.time.Duration;
import java.util.Map;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.MariaDbServer;

class MariaDbServerLimitsTests extends ServerLimitsContract {

	MariaDbServerLimitsTests() {
		super(new MariaDbDialect());
	}

	@Override
	DatabaseServer startServer(Map<String, String> settings) {
		return MariaDbServer.start(settings);
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
