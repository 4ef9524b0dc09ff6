package dev.resilientdb.lint;

/**
 * A column that must not be null and has no default: the rows that are there have none,
 * and programs that do not know the column give none.
 */
final class AddColumnNotNullRule extends AlterRule {

	AddColumnNotNullRule() {
		super("add-column-not-null");
	}

	@Override
	void examine(AlterAction action, Examination statement) {
		ColumnDefinition column = action.addedColumn();
		if (column == null || !column.isNotNull() || column.hasDefault() || column.isIdentity() || column.isGenerated()
				|| column.type().isSerial()) {
			return;
		}
		String table = action.table().written();
		String name = column.name().written();
		statement.report(Risk.forClients(LintSeverity.ERROR, action.table(),
				"Column %s of table %s must not be null and has no default: it fails on existing rows, and instances that do not know the column cannot insert"
					.formatted(column.name().quoted(), action.table().quoted()),
				"""
						With a default, or in steps over several scripts:
						  ALTER TABLE %s ADD COLUMN %s %s;
						  -- fill it in batches while new instances write it, then:
						%s""".formatted(table, name, column.type(), steps(table, name, statement.target())))
			.at(column.line()));
	}

	private static String steps(String table, String column, LintTarget target) {
		boolean isPostgres = SqlSyntax.of(target.product()) == SqlSyntax.POSTGRES;
		return isPostgres ? NotNullSteps.of(table, column, target) : "  -- make it NOT NULL in a later script";
	}

}
