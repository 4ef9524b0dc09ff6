package dev.resilientdb.circuit;

import java.util.Map;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.MariaDbServer;

class MariaDbCircuitDrillTests extends CircuitDrillContract {

	@Override
	DatabaseServer startServer() {
		// Without a limit at login a session is not counted later
		return MariaDbServer.start(Map.of("max_user_connections", "100"));
	}

	@Override
	String changePassword() {
		return "set password for %s = password('%s')";
	}

	@Override
	String limitConnections() {
		return "alter user %s with max_user_connections %s";
	}

}
