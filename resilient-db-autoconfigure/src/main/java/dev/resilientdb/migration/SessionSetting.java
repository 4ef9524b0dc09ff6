package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A limit of a session that a migration runs with.
 *
 * @param kind what it limits
 * @param read the query for its value, a number
 * @param write the statement that sets it to {@code %d}
 * @param combined the query for its value that also limits it to {@code %1$d}, null where
 * that takes two statements
 * @param zero what zero means to the product
 * @param limit the value that is wanted
 */
public record SessionSetting(Kind kind, String read, String write, @Nullable String combined, Zero zero, long limit) {

	/**
	 * Sets it where the session waits longer, or for ever.
	 * @return the setting as it was before
	 */
	SessionSetting tighten(Connection connection) throws SQLException {
		long before = (this.combined != null) ? value(connection, String.format(Locale.ROOT, this.combined, this.limit))
				: tightenInTwoSteps(connection);
		return new SessionSetting(this.kind, this.read, this.write, this.combined, this.zero, before);
	}

	private long tightenInTwoSteps(Connection connection) throws SQLException {
		long before = value(connection, this.read);
		if ((before == 0 && this.zero == Zero.NO_LIMIT) || before > this.limit) {
			write(connection, this.limit);
		}
		return before;
	}

	void apply(Connection connection) throws SQLException {
		write(connection, this.limit);
	}

	private static long value(Connection connection, String query) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(query);
				ResultSet row = statement.executeQuery()) {
			return row.next() ? row.getLong(1) : 0;
		}
	}

	private void write(Connection connection, long value) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(String.format(Locale.ROOT, this.write, value));
		}
	}

	/**
	 * What a product takes zero for.
	 */
	public enum Zero {

		NO_LIMIT, NO_WAIT

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
