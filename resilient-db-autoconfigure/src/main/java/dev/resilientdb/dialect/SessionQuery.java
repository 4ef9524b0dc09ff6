package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;

import dev.resilientdb.migration.LockHolder;

/**
 * A query for sessions with one parameter. Its rows are number, name, host, beginning,
 * state and statement.
 */
record SessionQuery(String sql) {

	static final int TIMEOUT_SECONDS = 5;

	List<LockHolder> run(Connection connection, String parameter) throws SQLException {
		List<LockHolder> result = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(this.sql)) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
			statement.setString(1, parameter);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					Timestamp since = rows.getTimestamp(4);
					result.add(new LockHolder(rows.getString(1), rows.getString(2), rows.getString(3),
							(since != null) ? since.toInstant() : null, rows.getString(5), rows.getString(6)));
				}
			}
		}
		return result;
	}

}
