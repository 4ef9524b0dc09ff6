package dev.resilientdb.lint;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a statement changes, as far as rules need it.
 */
sealed interface Change {

	static Change of(SqlStatement statement) {
		return (statement.obstacle() != null) ? new Other() : ChangeReader.read(statement.cursor());
	}

	/**
	 * A new table.
	 *
	 * @param conditional whether it is only created when missing
	 * @param constraints what stands beside columns
	 */
	record CreateTable(SqlName table, boolean conditional, List<ColumnDefinition> columns,
			List<AddedConstraint> constraints) implements Change {
	}

	/**
	 * A new object that is neither table nor index.
	 */
	record Create(String kind, SqlName name, boolean conditional) implements Change {
	}

	/**
	 * A new index.
	 *
	 * @param name null when the product chooses one
	 * @param items what stands in its parentheses
	 */
	record CreateIndex(@Nullable SqlName name, SqlName table, IndexOptions options,
			List<List<SqlToken>> items) implements Change {
	}

	/**
	 * How an index is created.
	 */
	record IndexOptions(boolean unique, boolean concurrently, boolean conditional) {
	}

	/**
	 * Changes of a table.
	 *
	 * @param kind {@code table}, or {@code view} and others whose grammar is alike
	 */
	record AlterTable(String kind, SqlName table, List<AlterAction> actions) implements Change {
	}

	/**
	 * Objects that go.
	 *
	 * @param kind such as {@code table} or {@code materialized view}
	 */
	record Drop(String kind, List<SqlName> names, boolean concurrently, boolean cascade) implements Change {
	}

	/**
	 * Nothing that rules know by structure.
	 */
	record Other() implements Change {
	}

}
