package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the process that began a migration is still there.
 */
enum Liveness {

	ALIVE, GONE, UNKNOWN;

	private static final Logger logger = LoggerFactory.getLogger(Liveness.class);

	/**
	 * Asks the database for the session of the process, and the host for the process if
	 * that is this one: never a clock. Without an answer nothing is known.
	 */
	static Liveness of(Connection connection, LedgerRow row, LedgerSyntax syntax, Bookkeeper.Application here) {
		LedgerRow.Place place = row.place();
		boolean sameHost = here.host().equals(place.host()) && here.process() != place.process();
		boolean running = sameHost
				&& ProcessHandle.of(place.process()).map(ProcessHandle::isAlive).orElse(Boolean.FALSE);
		try {
			Boolean marked = place.marked() ? marked(connection, row, syntax.isMarked()) : null;
			if (marked != null) {
				return marked ? ALIVE : running ? UNKNOWN : GONE;
			}
		}
		catch (SQLException ex) {
			logger.debug("The database does not tell whether run {} is still there", row.run(), ex);
			return UNKNOWN;
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
