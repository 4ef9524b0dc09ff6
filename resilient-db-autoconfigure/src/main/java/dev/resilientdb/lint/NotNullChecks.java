package dev.resilientdb.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Constraints that keep columns from being null, as scripts add, validate and drop them.
 * For one thread.
 */
final class NotNullChecks {

	// Columns by the constraint's key
	private final Map<String, String> columns = new HashMap<>();

	private final Set<String> validated = new HashSet<>();

	void apply(AlterAction action) {
		AddedConstraint added = action.addedConstraint();
		TokenCursor cursor = action.cursor();
		if (added != null) {
			add(action.table(), added);
		}
		else if (cursor.take("validate", "constraint")) {
			String column = this.columns.get(key(action.table(), cursor.name()));
			if (column != null) {
				this.validated.add(column);
			}
		}
		else if (cursor.take("drop", "constraint")) {
			cursor.take("if", "exists");
			String column = this.columns.remove(key(action.table(), cursor.name()));
			this.validated.remove((column != null) ? column : "");
		}
	}

	boolean isValidated(SqlName table, SqlName column) {
		return this.validated.contains(key(table, column));
	}

	private void add(SqlName table, AddedConstraint constraint) {
		SqlName column = constraint.notNullColumn();
		if (column == null) {
			return;
		}
		this.columns.put(key(table, constraint.name()), key(table, column));
		if (!constraint.isNotValid()) {
			this.validated.add(key(table, column));
		}
	}

	private static String key(SqlName table, @Nullable SqlName name) {
		return table.simpleKey() + "." + ((name != null) ? name.simpleKey() : "");
	}

}
