package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Whether the process that began a migration is still there.
 */
enum Liveness {

	ALIVE, GONE, UNKNOWN;

	/**
	 * Asks the database for the session of the process, and the host for the process if
	 * that is this one: never a clock.
	 */
	static Liveness of(Connection connection, LedgerRow row, LedgerSyntax syntax, Bookkeeper.Application here)
			throws SQLException {
		LedgerRow.Place place = row.place();
		boolean sameHost = here.host().equals(place.host()) && here.process() != place.process();
		boolean running = sameHost
				&& ProcessHandle.of(place.process()).map(ProcessHandle::isAlive).orElse(Boolean.FALSE);
		Boolean marked = place.marked() ? marked(connection, row, syntax.isMarked()) : null;
		if (marked != null) {
			return marked ? ALIVE : running ? UNKNOWN : GONE;
		}
		return (sameHost && !running) ? GONE : UNKNOWN;
	}

	private static @Nullable Boolean marked(Connection connection, LedgerRow row, @Nullable String query)
			throws SQLException {
		if (query == null) {
			return null;
		}
		try (PreparedStatement statement = connection.prepareStatement(query)) {
			statement.setQueryTimeout(HistoryRows.TIMEOUT_SECONDS);
			statement.setInt(1, mark(row.run()));
			try (ResultSet result = statement.executeQuery()) {
				int answer = result.next() ? result.getInt(1) : 0;
				return result.wasNull() ? null : (Boolean) (answer != 0);
			}
		}
	}

	/**
	 * The number by which the session of a run is marked.
	 */
	static int mark(String run) {
		return Integer.parseUnsignedInt(run, 16);
	}

}
