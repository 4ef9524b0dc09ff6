package dev.resilientdb.lint;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Types of columns as scripts defined them. For one thread.
 */
final class ColumnTypes {

	private final Map<String, ColumnType> types = new HashMap<>();

	void put(SqlName table, ColumnDefinition column) {
		put(table, column.name(), column.type());
	}

	void put(SqlName table, SqlName column, ColumnType type) {
		this.types.put(key(table, column), type);
	}

	@Nullable ColumnType get(SqlName table, SqlName column) {
		return this.types.get(key(table, column));
	}

	private static String key(SqlName table, SqlName column) {
		return table.simpleKey() + "." + column.simpleKey();
	}

}
