package dev.resilientdb.constraint;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognizes statements that look for a key of a table, and those that write to it.
 */
final class KeyLookup {

	private static final List<String> WRITING = List.of("insert", "update", "merge", "replace");

	private final String table;

	private final Set<String> columns = new HashSet<>();

	KeyLookup(String table, List<String> columns) {
		this.table = table.toLowerCase(Locale.ROOT);
		columns.forEach((column) -> this.columns.add(column.toLowerCase(Locale.ROOT)));
	}

	/**
	 * Whether a query of the table has a condition on every column of the key.
	 */
	boolean isSoughtBy(SqlText statement) {
		return statement.startsWith("select") && statement.conditions(this.table).containsAll(this.columns);
	}

	/**
	 * Whether rows of the table are inserted or changed.
	 */
	boolean isWrittenBy(SqlText statement) {
		return WRITING.stream().anyMatch(statement::startsWith) && statement.tables().containsKey(this.table);
	}

}
