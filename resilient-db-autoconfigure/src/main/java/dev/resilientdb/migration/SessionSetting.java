package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * A limit of a session that a migration runs with.
 *
 * @param kind what it limits
 * @param read the query for its value, a number
 * @param write the statement that sets it to {@code %s}
 * @param limit the value that is wanted
 */
public record SessionSetting(Kind kind, String read, String write, long limit) {

	/**
	 * Sets it where the session waits longer, or for ever.
	 * @return the setting as it was before
	 */
	SessionSetting tighten(Connection connection) throws SQLException {
		long before = value(connection);
		if (before <= 0 || before > this.limit) {
			write(connection, this.limit);
		}
		return new SessionSetting(this.kind, this.read, this.write, before);
	}

	void apply(Connection connection) throws SQLException {
		write(connection, this.limit);
	}

	private long value(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(this.read)) {
			return row.next() ? row.getLong(1) : 0;
		}
	}

	private void write(Connection connection, long value) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(String.format(Locale.ROOT, this.write, value));
		}
	}

	/**
	 * What a setting limits.
	 */
	public enum Kind {

		/**
		 * How long a statement waits for a lock.
		 */
		LOCK,

		/**
		 * How long a statement takes.
		 */
		STATEMENT

	}

}
