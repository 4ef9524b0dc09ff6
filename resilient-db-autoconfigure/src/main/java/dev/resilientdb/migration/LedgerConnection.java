package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * A connection of the guard's own while a migration runs, which marks the run as alive
 * for as long as it is open.
 */
record LedgerConnection(Connection connection, Ledger ledger, boolean marked) implements AutoCloseable {

	/**
	 * Opens it.
	 * @param run the run that it marks
	 * @return null when it does not lead to the same database, as with one in memory
	 */
	static @Nullable LedgerConnection open(DataSource source, MigrationRun migration, Bookkeeper bookkeeping,
			String run) throws SQLException {
		Connection connection = source.getConnection();
		try {
			if (HistoryRows.exist(connection, migration.history())) {
				LedgerSyntax syntax = migration.server().ledger();
				Ledger ledger = Ledger.open(connection, migration.history(), bookkeeping, syntax);
				prepare(connection, syntax);
				return new LedgerConnection(connection, ledger, mark(connection, syntax, run));
			}
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
		connection.close();
		return null;
	}

	private static void prepare(Connection connection, LedgerSyntax syntax) throws SQLException {
		if (syntax.prepare() != null) {
			try (Statement statement = connection.createStatement()) {
				statement.execute(syntax.prepare());
			}
		}
	}

	private static boolean mark(Connection connection, LedgerSyntax syntax, String run) throws SQLException {
		if (syntax.mark() == null) {
			return false;
		}
		try (PreparedStatement statement = connection.prepareStatement(syntax.mark())) {
			statement.setQueryTimeout(HistoryRows.TIMEOUT_SECONDS);
			statement.setInt(1, Liveness.mark(run));
			statement.execute();
			return true;
		}
	}

	/**
	 * Whether a rollback brings back the rows of all tables that the login sees. Triggers
	 * and functions may write to any of them.
	 * @param lasting query for how many there are of which it does not
	 */
	boolean undoesRows(String lasting) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.setQueryTimeout(HistoryRows.TIMEOUT_SECONDS);
			try (ResultSet row = statement.executeQuery(lasting)) {
				return row.next() && row.getInt(1) == 0;
			}
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
