package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A connection whose statements stand alone for a while: in a transaction, PostgreSQL
 * would refuse all that come after one that failed.
 *
 * @param before how the connection is left
 */
record AutoCommit(Connection connection, boolean before) implements AutoCloseable {

	static AutoCommit on(Connection connection) throws SQLException {
		boolean before = connection.getAutoCommit();
		if (!before) {
			connection.setAutoCommit(true);
		}
		return new AutoCommit(connection, before);
	}

	@Override
	public void close() throws SQLException {
		if (!this.before) {
			this.connection.setAutoCommit(false);
		}
	}

}
