package dev.resilientdb.dialect;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;

/**
 * What a driver tells about a server that is not at hand.
 */
final class StubbedServer {

	private StubbedServer() {
	}

	static DatabaseMetaData reporting(String product, String version) {
		return reporting(product, version, product + " " + version);
	}

	static DatabaseMetaData reporting(String product, String version, String selectedVersion) {
		ResultSet row = answering(ResultSet.class, Map.of("next", true, "getString", selectedVersion));
		Statement statement = answering(Statement.class, Map.of("executeQuery", row));
		Connection connection = answering(Connection.class, Map.of("createStatement", statement));
		return answering(DatabaseMetaData.class, Map.of("getDatabaseProductName", product, "getDatabaseProductVersion",
				version, "getConnection", connection));
	}

	static Connection connected(String product, String version, String selectedVersion) {
		return answering(Connection.class, Map.of("getMetaData", reporting(product, version, selectedVersion)));
	}

	private static <T> T answering(Class<T> type, Map<String, Object> answers) {
		return type.cast(Proxy.newProxyInstance(StubbedServer.class.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> answers.get(method.getName())));
	}

}
