package dev.resilientdb.pool;

import java.util.Map;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.PostgresServer;

class PostgresAutoscaleTests extends AutoscaleContract {

	@Override
	DatabaseServer startServer(Map<String, String> settings) {
		return PostgresServer.start(settings);
	}

	@Override
	String product() {
		return "PostgreSQL";
	}

}
