package dev.resilientdb.test;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

import org.jspecify.annotations.Nullable;

/**
 * A JDBC call at which a fault may strike.
 */
public enum FaultSite {

	CONNECT, AUTO_COMMIT, PREPARE, EXECUTE, NEXT, COMMIT, ROLLBACK, SAVEPOINT, RELEASE_SAVEPOINT, ROLLBACK_TO_SAVEPOINT,
	CLOSE;

	/**
	 * The site that a method of JDBC is, null when it talks to no server.
	 */
	static @Nullable FaultSite of(Method method) {
		Class<?> type = method.getDeclaringClass();
		if (Statement.class.isAssignableFrom(type)) {
			return method.getName().startsWith("execute") ? EXECUTE : null;
		}
		if (ResultSet.class.isAssignableFrom(type)) {
			return method.getName().equals("next") ? NEXT : null;
		}
		return Connection.class.isAssignableFrom(type) ? ofConnection(method) : null;
	}

	private static @Nullable FaultSite ofConnection(Method method) {
		return switch (method.getName()) {
			case "setAutoCommit" -> AUTO_COMMIT;
			case "prepareStatement", "prepareCall", "createStatement" -> PREPARE;
			case "commit" -> COMMIT;
			case "rollback" -> (method.getParameterCount() == 0) ? ROLLBACK : ROLLBACK_TO_SAVEPOINT;
			case "setSavepoint" -> SAVEPOINT;
			case "releaseSavepoint" -> RELEASE_SAVEPOINT;
			case "close" -> CLOSE;
			default -> null;
		};
	}

}
