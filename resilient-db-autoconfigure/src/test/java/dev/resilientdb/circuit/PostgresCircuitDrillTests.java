package dev.resilientdb.circuit;

import java.util.Map;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.PostgresServer;

class PostgresCircuitDrillTests extends CircuitDrillContract {

	@Override
	DatabaseServer startServer() {
		return PostgresServer.start(Map.of());
	}

	@Override
	String changePassword() {
		return "alter user %s password '%s'";
	}

	@Override
	String limitConnections() {
		return "alter user %s connection limit %s";
	}

}
