package dev.resilientdb.lint;

/**
 * All rows are compared while both tables are locked against writers.
 */
final class ForeignKeyRule extends AlterRule {

	ForeignKeyRule() {
		super("foreign-key-validates");
	}

	@Override
	void examine(AlterAction action, Examination statement) {
		AddedConstraint added = action.addedConstraint();
		ColumnDefinition column = action.addedColumn();
		if (added != null && added.kind() == AddedConstraint.Kind.FOREIGN_KEY && !added.isNotValid()
				&& !added.isIncomplete()) {
			constrains(action, added, statement);
		}
		else if (column != null && column.has("references")) {
			adds(action, column, statement);
		}
	}

	private static void constrains(AlterAction action, AddedConstraint added, Examination statement) {
		String name = (added.name() != null) ? added.name().written()
				: action.table().plain() + "_" + added.columns().get(0).plain() + "_fkey";
		SqlName referenced = added.referenced();
		statement.report(Risk.onRows(LintSeverity.ERROR, action.table(),
				"Nobody can write to tables %s and %s while the foreign key of %s is checked".formatted(
						action.table().quoted(), (referenced != null) ? referenced.quoted() : "\"?\"",
						action.table().quoted()),
				"""
						In two scripts:
						  ALTER TABLE %1$s ADD CONSTRAINT %2$s %3$s NOT VALID;
						  ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s;""".formatted(action.table().written(), name,
						SqlWriting.of(added.tokens())))
			.at(added.line()));
	}

	private static void adds(AlterAction action, ColumnDefinition column, Examination statement) {
		TokenCursor cursor = new TokenCursor(column.options());
		cursor.skipTo("references");
		cursor.next();
		SqlName referenced = cursor.name();
		boolean isEmpty = !column.hasDefault();
		statement.report(Risk
			.onRows(isEmpty ? LintSeverity.INFO : LintSeverity.ERROR, action.table(),
					"Adding column %s locks table %s against everybody and table %s against writers".formatted(
							column.name().quoted(), action.table().quoted(),
							(referenced != null) ? referenced.quoted() : "\"?\"")
							+ (isEmpty ? " for a moment" : " while its values are checked"),
					"""
							The column first, its foreign key NOT VALID in a second script, VALIDATE CONSTRAINT in a third.""")
			.at(column.line()));
	}

}
