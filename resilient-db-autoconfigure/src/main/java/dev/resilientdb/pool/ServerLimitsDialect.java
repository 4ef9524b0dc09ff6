package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What this room asks about one database product. Implemented by the products whose
 * limits an ordinary login can read; all beans of this type are consulted.
 */
public interface ServerLimitsDialect {

	/**
	 * The product's name, as it appears in {@code DatabaseFailure#product()}.
	 */
	String product();

	/**
	 * Reads the limits that hold for the connection's login. Asked in the background on a
	 * connection of its own, every now and then.
	 * @throws SQLException when the server does not answer or refuses to tell
	 */
	ServerLimits limits(Connection connection) throws SQLException;

}
