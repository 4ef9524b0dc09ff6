package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tables in which other Flyways keep their histories, in the schema of a history.
 */
record OtherHistories(Map<String, HistoryRows> tables) {

	private static final Logger logger = LoggerFactory.getLogger(OtherHistories.class);

	static OtherHistories of(Connection connection, SchemaHistory history) throws SQLException {
		Map<String, HistoryRows> tables = new TreeMap<>();
		for (String table : candidates(connection, history)) {
			try {
				tables.put(table, HistoryRows.read(connection, history.beside(table)));
			}
			catch (SQLException ex) {
				logger.debug("{} is no history, or cannot be read", table, ex);
			}
		}
		return new OtherHistories(tables);
	}

	private static Set<String> candidates(Connection connection, SchemaHistory history) throws SQLException {
		boolean schemas = connection.getSchema() != null;
		String own = (history.schema() != null) ? history.schema() : connection.getSchema();
		String catalog = (!schemas && own != null) ? own : connection.getCatalog();
		Set<String> tables = new TreeSet<>();
		try (ResultSet row = connection.getMetaData()
			.getColumns(catalog, schemas ? own : null, "%", "installed_rank")) {
			while (row.next()) {
				String table = row.getString("TABLE_NAME");
				boolean here = !schemas || String.valueOf(own).equalsIgnoreCase(row.getString("TABLE_SCHEM"));
				if (here && !history.table().equalsIgnoreCase(table)) {
					tables.add(table);
				}
			}
		}
		return tables;
	}

	String names() {
		return String.join(", ", this.tables.keySet());
	}

	/**
	 * The one with which scripts of this application were applied.
	 * @return empty when there is none
	 */
	String of(SchemaState state) {
		return this.tables.entrySet()
			.stream()
			.filter((table) -> table.getValue()
				.rows()
				.stream()
				.anyMatch((row) -> state.migrations().stream().anyMatch((migration) -> isOf(row, migration))))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("");
	}

	private static boolean isOf(HistoryRows.Row row, MigrationInfo migration) {
		return Objects.equals(row.script(), migration.getScript())
				&& Objects.equals(row.checksum(), migration.getResolvedChecksum());
	}

}
