package dev.resilientdb.lint;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Types of columns as scripts defined them. For one thread.
 */
final class ColumnTypes {

	private final Map<String, ColumnType> types = new HashMap<>();

	private final Map<String, ColumnDefinition> definitions = new HashMap<>();

	void put(SqlName table, ColumnDefinition column) {
		put(table, column.name(), column.type());
		this.definitions.put(key(table, column.name()), column);
	}

	void put(SqlName table, SqlName column, ColumnType type) {
		this.types.put(key(table, column), type);
		this.definitions.remove(key(table, column));
	}

	/**
	 * The whole definition when a script gave it, null when unknown.
	 */
	@Nullable ColumnDefinition definition(SqlName table, SqlName column) {
		return this.definitions.get(key(table, column));
	}

	@Nullable ColumnType get(SqlName table, SqlName column) {
		return this.types.get(key(table, column));
	}

	private static String key(SqlName table, SqlName column) {
		return table.simpleKey() + "." + column.simpleKey();
	}

}
