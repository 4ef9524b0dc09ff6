package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * What it takes to give a column the definition that {@code MODIFY} or {@code CHANGE}
 * writes down, as far as the present one is known.
 */
final class MySqlRedefinition {

	private MySqlRedefinition() {
	}

	/**
	 * The present name of the column that is defined anew, null when none is.
	 */
	static @Nullable SqlName column(AlterAction action) {
		TokenCursor cursor = action.cursor();
		if (!cursor.take("modify") && !cursor.take("change")) {
			return null;
		}
		cursor.take("column");
		cursor.take("if", "exists");
		return cursor.name();
	}

	static MySqlOperation operation(AlterAction action, Examination statement) {
		ColumnDefinition next = action.redefinedColumn();
		SqlName column = column(action);
		if (next == null || column == null) {
			return MySqlOperation.UNKNOWN;
		}
		ColumnDefinition present = statement.schema().definition(action.table(), column);
		if (present != null) {
			return change(present, next);
		}
		String written = statement.schema().writtenType(action.table(), column);
		MySqlColumn stored = (written != null) ? MySqlColumn.of(written) : null;
		return (stored != null) ? change(stored, next) : guess(next);
	}

	private static MySqlOperation change(ColumnDefinition present, ColumnDefinition next) {
		MySqlOperation type = MySqlColumn.of(present).changeTo(MySqlColumn.of(next));
		if (type != null && type != MySqlOperation.LENGTHEN && type != MySqlOperation.APPEND_MEMBERS) {
			return type;
		}
		if (next.has("auto_increment") && !present.has("auto_increment")) {
			return MySqlOperation.START_NUMBERING;
		}
		if (next.isNotNull() != present.isNotNull()) {
			return next.isNotNull() ? MySqlOperation.SET_NOT_NULL : MySqlOperation.DROP_NOT_NULL;
		}
		return (type != null) ? type : place(next);
	}

	// The catalogue says nothing about null
	private static MySqlOperation change(MySqlColumn stored, ColumnDefinition next) {
		MySqlOperation type = stored.changeTo(MySqlColumn.of(next));
		if (type == null && next.isNotNull()) {
			return MySqlOperation.REDEFINE_NOT_NULL;
		}
		return (type != null) ? type : place(next);
	}

	private static MySqlOperation guess(ColumnDefinition next) {
		return next.type().name().equals("enum") || next.type().name().equals("set") ? MySqlOperation.REDEFINE_MEMBERS
				: MySqlOperation.REDEFINE;
	}

	private static MySqlOperation place(ColumnDefinition next) {
		return (next.has("first") || next.has("after")) ? MySqlOperation.REORDER_COLUMN : MySqlOperation.SET_METADATA;
	}

}
