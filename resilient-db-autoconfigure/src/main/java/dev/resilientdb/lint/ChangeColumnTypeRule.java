package dev.resilientdb.lint;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Most changes of a type rewrite the table and its indexes.
 */
final class ChangeColumnTypeRule extends AlterRule {

	private static final Set<String> OFTEN_FREE = Set.of("varchar", "text", "numeric", "timestamp", "timestamptz");

	ChangeColumnTypeRule() {
		super("change-column-type");
	}

	@Override
	void examine(AlterAction action, Examination statement) {
		AlterAction.ColumnChange change = action.changedColumn();
		AlterAction.TypeChange type = (change != null) ? change.type() : null;
		if (change == null || type == null) {
			return;
		}
		ColumnType old = statement.schema().type(action.table(), change.column());
		if (old != null && old.widensTo(type.type()) && isPlain(change.column(), type)) {
			return;
		}
		boolean isUnknown = old == null && OFTEN_FREE.contains(type.type().name()) && isPlain(change.column(), type);
		statement.report(Risk.onRows(isUnknown ? LintSeverity.WARNING : LintSeverity.ERROR, action.table(),
				message(action.table(), change.column(), old, type.type()) + (isUnknown
						? ", unless its type is only widened (varchar to a longer one or text, numeric to more digits of the same scale)"
						: ""),
				alternative(action.table().written(), change.column(), type.type()))
			.at(action.line()));
	}

	private static String message(SqlName table, SqlName column, @Nullable ColumnType old, ColumnType type) {
		String from = (old != null) ? " from " + old : "";
		return "Changing column %s%s to %s rewrites table %s and its indexes under an ACCESS EXCLUSIVE lock"
			.formatted(column.quoted(), from, type, table.quoted());
	}

	// Without a collation, and without a USING that does more than the change itself
	private static boolean isPlain(SqlName column, AlterAction.TypeChange type) {
		if (type.has("collate")) {
			return false;
		}
		TokenCursor cursor = new TokenCursor(type.rest());
		if (!cursor.skipTo("using")) {
			return true;
		}
		cursor.next();
		SqlName used = cursor.name();
		boolean isCast = used != null && used.simpleKey().equals(column.simpleKey());
		if (isCast && cursor.takeSign(":") && cursor.takeSign(":")) {
			return ColumnType.read(cursor).equals(type.type());
		}
		return isCast && cursor.atEnd();
	}

	private static String alternative(String table, SqlName column, ColumnType type) {
		return """
				In steps over two releases:
				  ALTER TABLE %1$s ADD COLUMN %2$s_new %3$s;
				  -- write both columns, fill the new one in batches, read it; drop %2$s in a later release"""
			.formatted(table, column.plain(), type);
	}

}
