package dev.resilientdb.pool;

import java.util.Map;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.MariaDbServer;

class MariaDbPoolDrillTests extends PoolDrillContract {

	@Override
	DatabaseServer startServer() {
		// Without a limit at login a session is not counted later
		return MariaDbServer.start(Map.of("max_user_connections", "100"));
	}

	@Override
	String changePassword() {
		return "set password for %s = password('another')";
	}

	@Override
	String allowTwoConnections() {
		return "alter user %s with max_user_connections 2";
	}

	@Override
	String sessions() {
		return "select id from information_schema.processlist where user = '%s'";
	}

}
