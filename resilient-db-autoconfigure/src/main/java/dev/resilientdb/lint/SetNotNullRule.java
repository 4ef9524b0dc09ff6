package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * Every row is read under an ACCESS EXCLUSIVE lock unless a check has proved it already.
 */
final class SetNotNullRule extends AlterRule {

	SetNotNullRule() {
		super("set-not-null-scans");
	}

	@Override
	void examine(AlterAction action, Examination statement) {
		SqlName column = column(action);
		if (column == null || isProved(action.table(), column, statement)) {
			return;
		}
		statement.report(Risk
			.onRows(LintSeverity.ERROR, action.table(),
					"Every row of table %s is read under an ACCESS EXCLUSIVE lock to see that column %s is never null"
						.formatted(action.table().quoted(), column.quoted()),
					"In steps:\n" + NotNullSteps.of(action.table().written(), column.written(), statement.target()))
			.at(action.line()));
	}

	private static @Nullable SqlName column(AlterAction action) {
		AlterAction.ColumnChange change = action.changedColumn();
		if (change != null) {
			return change.is("set", "not", "null") ? change.column() : null;
		}
		AddedConstraint added = action.addedConstraint();
		return (added != null && added.kind() == AddedConstraint.Kind.NOT_NULL && !added.isNotValid())
				? added.notNullColumn() : null;
	}

	private static boolean isProved(SqlName table, SqlName column, Examination statement) {
		return !statement.target().isBefore(12) && statement.schema().isCheckedNotNull(table, column);
	}

}
