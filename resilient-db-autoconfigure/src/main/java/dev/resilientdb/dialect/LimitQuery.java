package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.pool.ServerLimits;
import dev.resilientdb.pool.ServerLimits.Allowance;

/**
 * Queries for the limits of a server.
 *
 * @param allowances its rows are the name of a limit, the limit, how much of it is
 * reserved and how much is used, one for each limit that holds for the login
 * @param idleMillis tells after how many milliseconds the server ends an idle session, no
 * row or 0 when never
 */
record LimitQuery(String allowances, String idleMillis) {

	private static final int TIMEOUT_SECONDS = 5;

	ServerLimits run(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
			return new ServerLimits(allowances(statement), idleTimeout(statement));
		}
	}

	private List<Allowance> allowances(Statement statement) throws SQLException {
		List<Allowance> result = new ArrayList<>();
		try (ResultSet rows = statement.executeQuery(this.allowances)) {
			while (rows.next()) {
				int used = rows.getInt(4);
				boolean known = !rows.wasNull();
				result.add(new Allowance(rows.getString(1), rows.getInt(2), rows.getInt(3),
						known ? (Integer) used : null));
			}
		}
		return result;
	}

	private @Nullable Duration idleTimeout(Statement statement) throws SQLException {
		try (ResultSet row = statement.executeQuery(this.idleMillis)) {
			long millis = row.next() ? row.getLong(1) : 0;
			return (millis > 0) ? Duration.ofMillis(millis) : null;
		}
	}

}
