package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.resilientdb.lint.LintCatalog;

/**
 * Queries for what is known of tables.
 *
 * @param rows its rows are schema, table, whether it is in the current schema, and
 * estimated rows, null when unknown
 * @param types its rows are schema, table, whether it is in the current schema, column
 * and type
 * @param notNullChecks like types, for columns that a validated check keeps from being
 * null; empty when there is no such thing
 */
record TableQuery(String rows, String types, String notNullChecks) {

	private static final int TIMEOUT_SECONDS = 5;

	LintCatalog run(Connection connection) throws SQLException {
		Map<String, Long> rows = new HashMap<>();
		Map<String, String> types = new HashMap<>();
		Set<String> checks = new HashSet<>();
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
			read(statement, this.rows, (row, table) -> {
				long estimate = row.getLong(4);
				if (!row.wasNull()) {
					rows.put(table, estimate);
				}
			});
			read(statement, this.types, (row, table) -> types.put(table + "." + row.getString(4), row.getString(5)));
			if (!this.notNullChecks.isEmpty()) {
				read(statement, this.notNullChecks, (row, table) -> checks.add(table + "." + row.getString(4)));
			}
		}
		return new LintCatalog(rows, types, checks);
	}

	private static void read(Statement statement, String query, RowReader reader) throws SQLException {
		try (ResultSet row = statement.executeQuery(query)) {
			while (row.next()) {
				reader.read(row, row.getString(1) + "." + row.getString(2));
				if (row.getBoolean(3)) {
					reader.read(row, row.getString(2));
				}
			}
		}
	}

	@FunctionalInterface
	private interface RowReader {

		void read(ResultSet row, String table) throws SQLException;

	}

}
