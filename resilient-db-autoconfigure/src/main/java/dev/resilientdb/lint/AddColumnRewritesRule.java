package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * A column whose value has to be computed for every row that is there.
 */
final class AddColumnRewritesRule extends AlterRule {

	AddColumnRewritesRule() {
		super("add-column-rewrites");
	}

	@Override
	void examine(AlterAction action, Examination statement) {
		ColumnDefinition column = action.addedColumn();
		String cause = (column != null) ? cause(column, statement.target()) : null;
		if (column == null || cause == null) {
			return;
		}
		boolean isGuess = DefaultValue.of(column.defaultExpression()) == DefaultValue.UNKNOWN;
		statement.report(Risk.onRows(isGuess ? LintSeverity.WARNING : LintSeverity.ERROR, action.table(),
				"Column %s with %s rewrites table %s under an ACCESS EXCLUSIVE lock".formatted(column.name().quoted(),
						cause, action.table().quoted()),
				alternative(action.table().written(), column, statement.target()))
			.at(column.line()));
	}

	private static @Nullable String cause(ColumnDefinition column, LintTarget target) {
		if (column.type().isSerial() || column.isIdentity()) {
			return "numbers of its own";
		}
		if (column.isGenerated()) {
			return column.has("stored") ? "a stored generated value" : null;
		}
		if (!column.hasDefault()) {
			return null;
		}
		return switch (DefaultValue.of(column.defaultExpression())) {
			case CONSTANT -> target.isBefore(11) ? "a default (before PostgreSQL 11)" : null;
			case VOLATILE -> "a default that differs from row to row";
			case UNKNOWN -> "a default from a function that is perhaps declared volatile";
		};
	}

	private static String alternative(String table, ColumnDefinition column, LintTarget target) {
		String name = column.name().written();
		if (column.isGenerated()) {
			return target.isAtLeast(18) ? "Make it VIRTUAL, which PostgreSQL 18 computes when it is read."
					: "An ordinary column, filled by a trigger for new rows and in batches for old ones.";
		}
		String type = column.type().isSerial() ? column.type().name().replace("serial", "int")
				: column.type().toString();
		String fallback = DefaultValue.text(column);
		return """
				In steps:
				  ALTER TABLE %1$s ADD COLUMN %2$s %3$s;
				  ALTER TABLE %1$s ALTER COLUMN %2$s SET DEFAULT %4$s;
				  -- fill the old rows in batches, each in a transaction of its own""".formatted(table, name, type,
				fallback.isEmpty() ? "nextval('" + SqlName.of(table).plain() + "_" + column.name().plain() + "_seq')"
						: fallback);
	}

}
