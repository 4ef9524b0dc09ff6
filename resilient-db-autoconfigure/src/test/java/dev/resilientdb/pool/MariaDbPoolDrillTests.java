package dev.resilientdb.pool;

import java.util.Map;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.MariaDbServer;

class MariaDbPoolDrillTests extends PoolDrillContract {

	@Override
	DatabaseServer startServer() {
		return MariaDbServer.start(Map.of());
	}

	@Override
	String changePassword() {
		return "set password for %s = password('another')";
	}

}
