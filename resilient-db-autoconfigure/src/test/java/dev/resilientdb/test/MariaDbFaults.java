package dev.resilientdb.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;

/**
 * The server signals the errors itself. A conflict has rolled back the transaction before
 * it is signalled, a lock timeout or a violated constraint has undone nothing but its
 * statement.
 */
final class MariaDbFaults implements ProductFaults {

	@Override
	public void statement(Connection physical, Fault fault) throws SQLException {
		switch (fault) {
			case DEADLOCK -> conflict(physical, "40001", 1213);
			case SERIALIZATION_FAILURE -> conflict(physical, "HY000", 1020);
			case LOCK_TIMEOUT -> signal(physical, "HY000", 1205);
			case UNIQUE_VIOLATION -> signal(physical, "23000", 1062);
			default -> throw new IllegalArgumentException("No error of a statement: " + fault);
		}
	}

	@Override
	public void commit(Connection physical, Fault fault) throws SQLException {
		statement(physical, fault);
	}

	private static void conflict(Connection physical, String state, int number) throws SQLException {
		physical.rollback();
		signal(physical, state, number);
	}

	private static void signal(Connection physical, String state, int number) throws SQLException {
		try (Statement statement = physical.createStatement()) {
			statement.execute(
					"signal sqlstate '%s' set mysql_errno = %d, message_text = 'injected'".formatted(state, number));
		}
	}

	@Override
	public void cut(Connection physical) throws SQLException {
		physical.abort(Runnable::run);
	}

	@Override
	public SQLException lost() {
		return new SQLNonTransientConnectionException("injected", "08S01");
	}

	@Override
	public SQLException refused() {
		return new SQLNonTransientConnectionException("injected", "08001");
	}

	@Override
	public SQLException notSent() {
		return new SQLException("injected", "HY000");
	}

}
