package dev.resilientdb.lint;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One of the changes in an {@code ALTER TABLE}.
 *
 * @param table the table
 * @param tokens its words
 * @param addedColumn the column that is added, null when none is
 * @param addedConstraint the constraint that is added, null when none is
 * @param changedColumn the change of a column, null when none is changed by
 * {@code ALTER COLUMN}
 */
record AlterAction(SqlName table, List<SqlToken> tokens, @Nullable ColumnDefinition addedColumn,
		@Nullable AddedConstraint addedConstraint, @Nullable ColumnChange changedColumn) {

	private static final Set<String> NO_COLUMN = Set.of("constraint", "primary", "foreign", "index", "key", "check",
			"partition", "unique", "exclude", "fulltext", "spatial", "table", "system", "period");

	static AlterAction read(SqlName table, List<SqlToken> tokens) {
		TokenCursor cursor = new TokenCursor(tokens);
		AddedConstraint constraint = cursor.take("add") ? AddedConstraint.read(cursor) : null;
		return new AlterAction(table, tokens, readAddedColumn(new TokenCursor(tokens)), constraint,
				readChangedColumn(new TokenCursor(tokens)));
	}

	TokenCursor cursor() {
		return new TokenCursor(this.tokens);
	}

	int line() {
		return this.tokens.isEmpty() ? 0 : this.tokens.get(0).line();
	}

	boolean startsWith(String... keywords) {
		return cursor().isAt(keywords);
	}

	/**
	 * The column that is dropped, null when none is.
	 */
	@Nullable SqlName droppedColumn() {
		TokenCursor cursor = cursor();
		if (!cursor.take("drop")) {
			return null;
		}
		boolean isColumn = cursor.take("column");
		cursor.take("if", "exists");
		return (isColumn || !cursor.peek().isAny(NO_COLUMN)) ? cursor.name() : null;
	}

	private static @Nullable ColumnDefinition readAddedColumn(TokenCursor cursor) {
		if (!cursor.take("add")) {
			return null;
		}
		boolean isColumn = cursor.take("column");
		cursor.take("if", "not", "exists");
		if (!isColumn && (cursor.peek().isAny(NO_COLUMN) || cursor.isAt("not", "null"))) {
			return null;
		}
		return ColumnDefinition.read(cursor);
	}

	private static @Nullable ColumnChange readChangedColumn(TokenCursor cursor) {
		if (!cursor.take("alter")) {
			return null;
		}
		boolean isColumn = cursor.take("column");
		if (!isColumn && cursor.peek().isAny(NO_COLUMN)) {
			return null;
		}
		SqlName column = cursor.name();
		return (column != null) ? new ColumnChange(column, cursor.rest()) : null;
	}

	/**
	 * The column as MySQL's {@code MODIFY} or {@code CHANGE} defines it anew, null when
	 * none is.
	 */
	@Nullable ColumnDefinition redefinedColumn() {
		TokenCursor cursor = cursor();
		boolean isRenamed = cursor.isAt("change");
		if (!cursor.take("modify") && !cursor.take("change")) {
			return null;
		}
		cursor.take("column");
		cursor.take("if", "exists");
		if (isRenamed) {
			cursor.name();
		}
		return ColumnDefinition.read(cursor);
	}

	/**
	 * What {@code ALTER COLUMN} does.
	 */
	record ColumnChange(SqlName column, List<SqlToken> rest) {

		boolean is(String... keywords) {
			return new TokenCursor(this.rest).isAt(keywords);
		}

		/**
		 * The new type, null when it stays.
		 */
		@Nullable TypeChange type() {
			TokenCursor cursor = new TokenCursor(this.rest);
			if (!cursor.take("type") && !cursor.take("set", "data", "type")) {
				return null;
			}
			ColumnType type = ColumnType.read(cursor);
			return new TypeChange(type, cursor.rest());
		}

	}

	/**
	 * A new type and what follows it, such as {@code USING}.
	 */
	record TypeChange(ColumnType type, List<SqlToken> rest) {

		boolean has(String keyword) {
			return new TokenCursor(this.rest).skipTo(keyword);
		}

	}

}
