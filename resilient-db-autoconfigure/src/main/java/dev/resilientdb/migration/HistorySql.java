package dev.resilientdb.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Statements on a history table that a reader may copy, in the words of the product.
 * Nobody but the reader executes them.
 *
 * @param history the table
 * @param product as in {@code DatabaseFailure#product()}
 */
record HistorySql(SchemaHistory history, String product) {

	// Flyway's own names are no reserved words, those of others may be
	private static final Pattern PLAIN = Pattern
		.compile("(flyway|installed|execution)_[a-z_]+|version|description|type|script|checksum|success");

	// So much Flyway writes of a description that is longer than its column
	private static final int STORED_DESCRIPTION = 197;

	// What Flyway writes where an empty text would become null
	static final String NO_DESCRIPTION = "<< no description >>";

	private static final String ELLIPSIS = "...";

	private static final Set<String> BACKTICKS = Set.of("MySQL", "MariaDB");

	// These would look for upper case names
	private static final Set<String> UPPER_CASE = Set.of("H2", "Oracle", "DB2", "Derby", "HSQL Database Engine");

	private static final Set<String> WITHOUT_BOOLEANS = Set.of("SQL Server", "Oracle", "DB2");

	static HistorySql of(SchemaState state) {
		return new HistorySql(state.history().resolved(state.server().schema()), state.server().product());
	}

	String deleteRow(MigrationInfo migration) {
		return deleteRow(migration.getInstalledRank());
	}

	String deleteRow(int rank) {
		return "DELETE FROM %s WHERE %s = %d;".formatted(table(), name("installed_rank"), rank);
	}

	/**
	 * Writes a row as it was, but for who installed it when.
	 */
	String insertRow(HistoryRows.Row row) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("installed_rank", String.valueOf(row.rank()));
		values.putAll(values(row));
		return insert(values, "VALUES (%s)");
	}

	/**
	 * Writes a row behind all others for a migration that somebody has finished.
	 */
	String insertNext(LedgerRow.Migration migration) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("installed_rank", "coalesce(max(%s), 0) + 1".formatted(name("installed_rank")));
		values.putAll(values(new HistoryRows.Row(0, migration.version(), migration.description(), migration.type(),
				migration.script(), migration.checksum(), "", 0, true)));
		return insert(values, "SELECT %s FROM " + table());
	}

	private String insert(Map<String, String> values, String source) {
		values.put("installed_by", "'by hand'");
		values.put("execution_time", "0");
		String columns = values.keySet().stream().map(this::name).collect(Collectors.joining(", "));
		return "INSERT INTO %s (%s) %s;".formatted(table(), columns,
				source.replace("%s", String.join(", ", values.values())));
	}

	/**
	 * Turns a row into what it was.
	 */
	String restoreRow(HistoryRows.Row row) {
		String changes = values(row).entrySet()
			.stream()
			.map((value) -> name(value.getKey()) + " = " + value.getValue())
			.collect(Collectors.joining(", "));
		return "UPDATE %s SET %s WHERE %s = %d;".formatted(table(), changes, name("installed_rank"), row.rank());
	}

	private Map<String, String> values(HistoryRows.Row row) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("version", literal(row.version()));
		values.put("description", literal(row.description()));
		values.put("type", literal(row.type()));
		values.put("script", literal(row.script()));
		values.put("checksum", (row.checksum() != null) ? row.checksum().toString() : "NULL");
		values.put("success", bool(row.success()));
		return values;
	}

	private String bool(boolean value) {
		if (WITHOUT_BOOLEANS.contains(this.product)) {
			return value ? "1" : "0";
		}
		return value ? "TRUE" : "FALSE";
	}

	private String literal(@Nullable String text) {
		if (text == null) {
			return "NULL";
		}
		String literal = "'" + text.replace("'", "''") + "'";
		// Whether a backslash escapes is decided by the session of whoever copies this
		return (BACKTICKS.contains(this.product) && text.contains("\\"))
				? "concat(" + literal.replace("\\", "', char(92 using ascii), '") + ")" : literal;
	}

	String markApplied(MigrationInfo migration) {
		return update("success", bool(true), migration);
	}

	String setChecksum(MigrationInfo migration, Integer checksum) {
		return update("checksum", checksum.toString(), migration);
	}

	/**
	 * Gives a row another description.
	 * @param description as Flyway writes it
	 */
	String setDescription(MigrationInfo migration, String description) {
		return update("description", literal(description), migration);
	}

	/**
	 * What Flyway writes of a description, and of none where the product knows no empty
	 * texts. Everywhere it reads that as none.
	 */
	static String stored(String description, SchemaState.Server server) {
		MigrationDialect dialect = server.dialect();
		if (description.isEmpty() && dialect != null && !dialect.storesEmptyTexts()) {
			return NO_DESCRIPTION;
		}
		return (description.length() > STORED_DESCRIPTION + ELLIPSIS.length())
				? description.substring(0, STORED_DESCRIPTION) + ELLIPSIS : description;
	}

	String setType(MigrationInfo migration, String type) {
		return update("type", "'" + type + "'", migration);
	}

	/**
	 * Copies the rows into a table beside the history.
	 */
	String copy() {
		String copy = table(this.history.table() + "_copy");
		return "SQL Server".equals(this.product) ? "SELECT * INTO %s FROM %s;".formatted(copy, table())
				: "CREATE TABLE %s AS SELECT * FROM %s;".formatted(copy, table());
	}

	private String update(String column, String value, MigrationInfo migration) {
		return "UPDATE %s SET %s = %s WHERE %s;".formatted(table(), name(column), value, rank(migration));
	}

	private String rank(MigrationInfo migration) {
		return name("installed_rank") + " = " + migration.getInstalledRank();
	}

	private String table() {
		return table(this.history.table());
	}

	private String table(String name) {
		String schema = this.history.schema();
		return (schema != null) ? name(schema) + "." + name(name) : name(name);
	}

	private String name(String name) {
		if (PLAIN.matcher(name).matches() && !UPPER_CASE.contains(this.product)) {
			return name;
		}
		String quote = BACKTICKS.contains(this.product) ? "`" : "\"";
		return quote + name.replace(quote, quote + quote) + quote;
	}

}
