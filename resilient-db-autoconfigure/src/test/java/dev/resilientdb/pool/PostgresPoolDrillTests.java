package dev.resilientdb.pool;

import java.util.Map;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.PostgresServer;

class PostgresPoolDrillTests extends PoolDrillContract {

	@Override
	DatabaseServer startServer() {
		return PostgresServer.start(Map.of());
	}

	@Override
	String changePassword() {
		return "alter user %s password 'another'";
	}

}
