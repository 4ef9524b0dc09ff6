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

	@Override
	String allowTwoConnections() {
		return "alter user %s connection limit 2";
	}

	@Override
	String sessions() {
		return "select pid from pg_stat_activity where usename = '%s'";
	}

}
