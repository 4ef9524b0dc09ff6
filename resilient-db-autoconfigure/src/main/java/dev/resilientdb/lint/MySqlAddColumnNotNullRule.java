package dev.resilientdb.lint;

/**
 * A column that must not be null and has no default: rows that are there silently get 0
 * or an empty text, and programs that do not know the column cannot insert any more.
 */
final class MySqlAddColumnNotNullRule implements LintRule {

	@Override
	public String id() {
		return "add-column-not-null";
	}

	@Override
	public void examine(Examination statement) {
		MySqlAlter alter = MySqlAlter.of(statement);
		if (alter == null) {
			return;
		}
		for (AlterAction action : alter.actions()) {
			ColumnDefinition column = action.addedColumn();
			boolean isLacking = column != null && column.isNotNull() && !column.hasDefault()
					&& !column.has("auto_increment") && !MySqlAddedColumn.isGenerated(column);
			if (column != null && isLacking) {
				report(column, action, statement);
			}
		}
	}

	private static void report(ColumnDefinition column, AlterAction action, Examination statement) {
		String table = action.table().written();
		String name = column.name().written();
		statement.report(Risk.forClients(LintSeverity.ERROR, action.table(),
				"Column %s of table %s must not be null and has no default: instances that do not know it cannot insert, and existing rows get 0, an empty text or an error"
					.formatted(column.name().quoted(), action.table().quoted()),
				"""
						With a default, or nullable first:
						  ALTER TABLE %1$s ADD COLUMN %2$s %3$s, ALGORITHM=INSTANT;
						  -- fill it in batches while new instances write it, in a later release:
						  ALTER TABLE %1$s MODIFY %2$s %3$s NOT NULL, ALGORITHM=INPLACE, LOCK=NONE;""".formatted(table,
						name, SqlWriting.of(column.typeTokens())))
			.at(column.line()));
	}

}
