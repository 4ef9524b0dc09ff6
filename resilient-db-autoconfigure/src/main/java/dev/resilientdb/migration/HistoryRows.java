package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a history table, in the order of their ranks, those of locks left out.
 */
record HistoryRows(List<Row> rows) {

	static final int TIMEOUT_SECONDS = 5;

	HistoryRows {
		rows = List.copyOf(rows);
	}

	/**
	 * Reads the rows.
	 * @throws SQLException when there is no history yet, or the server does not answer
	 */
	static HistoryRows read(Connection connection, SchemaHistory history) throws SQLException {
		String quote = connection.getMetaData().getIdentifierQuoteString().strip();
		List<Row> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
			try (ResultSet result = statement.executeQuery(query(history, quote))) {
				while (result.next()) {
					rows.add(row(result));
				}
			}
		}
		return new HistoryRows(rows);
	}

	private static String query(SchemaHistory history, String quote) {
		String columns = "installed_rank, version, description, type, script, checksum, installed_on, execution_time,"
				+ " success";
		return "SELECT " + columns.replaceAll("(\\w+)", quote + "$1" + quote) + " FROM " + history.quoted(quote)
				+ " WHERE " + quote + "installed_rank" + quote + " > 0 ORDER BY 1";
	}

	private static Row row(ResultSet result) throws SQLException {
		int checksum = result.getInt(6);
		Integer known = result.wasNull() ? null : (Integer) checksum;
		return new Row(result.getInt(1), result.getString(2), result.getString(3), result.getString(4),
				result.getString(5), known, String.valueOf(result.getString(7)), result.getInt(8),
				result.getBoolean(9));
	}

	/**
	 * Whether a history table exists where it is expected.
	 */
	static boolean exist(Connection connection, SchemaHistory history) throws SQLException {
		DatabaseMetaData metaData = connection.getMetaData();
		String schema = (history.schema() != null) ? history.schema() : connection.getSchema();
		String catalog = (schema == null) ? connection.getCatalog() : null;
		if (history.schema() != null && connection.getSchema() == null) {
			catalog = history.schema();
			schema = null;
		}
		try (ResultSet tables = metaData.getTables(catalog, schema, history.table(), null)) {
			boolean found = false;
			while (!found && tables.next()) {
				found = history.table().equalsIgnoreCase(tables.getString("TABLE_NAME"))
						&& isIn(schema, tables.getString("TABLE_SCHEM"))
						&& isIn(catalog, tables.getString("TABLE_CAT"));
			}
			return found;
		}
	}

	// Drivers take names for patterns, in which an underscore stands for any sign
	private static boolean isIn(@Nullable String wanted, @Nullable String actual) {
		return wanted == null || actual == null || wanted.equalsIgnoreCase(actual);
	}

	/**
	 * One row.
	 *
	 * @param rank its number
	 * @param version null for a repeatable migration
	 * @param installedOn as the driver writes it
	 * @param executionTime in milliseconds
	 */
	record Row(int rank, @Nullable String version, @Nullable String description, @Nullable String type,
			@Nullable String script, @Nullable Integer checksum, String installedOn, int executionTime,
			boolean success) {
	}

}
