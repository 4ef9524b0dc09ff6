package dev.resilientdb.pool;

import java.util.Map;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.MariaDbServer;

class MariaDbAutoscaleTests extends AutoscaleContract {

	@Override
	DatabaseServer startServer(Map<String, String> settings) {
		return MariaDbServer.start(settings);
	}

	@Override
	String product() {
		return "MariaDB";
	}

}
