package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connections of one run. Each ends with the run, so that nobody inherits what a
 * script has set.
 */
final class RunSessions extends DelegatingDataSource {

	private final DataSource source;

	private final SessionDialect dialect;

	private final RunProgress progress;

	private final LockPatience patience;

	RunSessions(DataSource source, SessionDialect dialect, RunProgress progress, LockPatience patience) {
		super(source);
		this.source = source;
		this.dialect = dialect;
		this.progress = progress;
		this.patience = patience;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = this.source.getConnection();
		try {
			return watched(connection);
		}
		catch (SQLException | RuntimeException ex) {
			connection.close();
			throw ex;
		}
	}

	private Connection watched(Connection connection) throws SQLException {
		String session = session(connection);
		if (session != null) {
			this.progress.add(session);
		}
		boolean ends = this.dialect.outlivesSessions(String.valueOf(connection.getMetaData().getURL()));
		return new RunConnection(connection, this.progress, this.patience,
				() -> leave(connection, ends ? SessionEnd.DISCARDED : SessionEnd.GIVEN_BACK))
			.proxy();
	}

	private void leave(Connection connection, SessionEnd end) throws SQLException {
		try (connection) {
			if (end == SessionEnd.DISCARDED) {
				PoolConnections.discard(this.source, connection);
			}
		}
	}

	private @Nullable String session(Connection connection) throws SQLException {
		String query = this.dialect.ownSession();
		if (query == null) {
			return null;
		}
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
			return row.next() ? row.getString(1) : null;
		}
	}

	private enum SessionEnd {

		DISCARDED, GIVEN_BACK

	}

}
