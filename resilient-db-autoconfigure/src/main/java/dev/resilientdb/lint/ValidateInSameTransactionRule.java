package dev.resilientdb.lint;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * NOT VALID wins nothing when the same transaction validates: the lock that adding took
 * is held until it ends.
 */
final class ValidateInSameTransactionRule extends AlterRule {

	ValidateInSameTransactionRule() {
		super("validate-in-same-transaction");
	}

	@Override
	void examine(AlterAction action, Examination statement) {
		TokenCursor cursor = action.cursor();
		if (statement.script().transaction() == TransactionUse.NEVER || !cursor.take("validate", "constraint")) {
			return;
		}
		SqlName name = cursor.name();
		if (name != null && isAddedHere(action.table(), name, statement)) {
			statement.report(Risk.onRows(LintSeverity.ERROR, action.table(),
					"Constraint %s is added and validated in one transaction: table %s stays locked while its rows are read"
						.formatted(name.quoted(), action.table().quoted()),
					"Validate in a script of its own: ALTER TABLE %s VALIDATE CONSTRAINT %s;"
						.formatted(action.table().written(), name.written()))
				.at(action.line()));
		}
	}

	private static boolean isAddedHere(SqlName table, SqlName name, Examination statement) {
		return Stream.concat(statement.earlierChanges().stream(), Stream.of(statement.change()))
			.anyMatch((change) -> change instanceof Change.AlterTable alter
					&& alter.table().simpleKey().equals(table.simpleKey())
					&& alter.actions().stream().anyMatch((action) -> adds(action.addedConstraint(), name)));
	}

	private static boolean adds(@Nullable AddedConstraint added, SqlName name) {
		return added != null && added.name() != null && added.name().simpleKey().equals(name.simpleKey())
				&& added.isNotValid();
	}

}
