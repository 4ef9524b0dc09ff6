package dev.resilientdb.lint;

/**
 * Programs that rely on a value being there meet null.
 */
final class DropNotNullRule extends AlterRule {

	DropNotNullRule() {
		super("drop-not-null");
	}

	@Override
	void examine(AlterAction action, Examination statement) {
		AlterAction.ColumnChange change = action.changedColumn();
		if (change != null && change.is("drop", "not", "null")) {
			statement.report(Risk.forClients(LintSeverity.INFO, action.table(),
					"Column %s of table %s may be null from now on, which instances of the previous release do not expect"
						.formatted(change.column().quoted(), action.table().quoted()),
					"Write null only when every instance can read it.")
				.at(action.line()));
		}
	}

}
