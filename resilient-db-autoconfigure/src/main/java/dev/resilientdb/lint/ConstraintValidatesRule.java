package dev.resilientdb.lint;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * All rows are read under an exclusive lock to see that they obey a new check.
 */
final class ConstraintValidatesRule implements LintRule {

	@Override
	public String id() {
		return "constraint-validates";
	}

	@Override
	public void examine(Examination statement) {
		if (statement.change() instanceof Change.AlterTable alter) {
			boolean isDomain = alter.kind().equals("domain");
			for (AlterAction action : alter.actions()) {
				if (isDomain) {
					examineDomain(action, statement);
				}
				else if (alter.kind().equals("table")) {
					examine(action, statement);
				}
			}
		}
	}

	private static void examine(AlterAction action, Examination statement) {
		AddedConstraint added = action.addedConstraint();
		ColumnDefinition column = action.addedColumn();
		if (added != null) {
			examine(action.table(), added, statement);
		}
		else if (column != null && column.has("check")) {
			String addition = "\n  ALTER TABLE %s ADD COLUMN %s %s;\n".formatted(action.table().written(),
					column.name().written(), column.type());
			report(statement, action.table(), "to check the new column " + column.name().quoted(),
					steps(action.table(), null, SqlWriting.of(checkOf(column))).replace("In two scripts:\n",
							"In scripts of their own:" + addition),
					column.line());
		}
	}

	private static void examine(SqlName table, AddedConstraint added, Examination statement) {
		if (added.kind() == AddedConstraint.Kind.CHECK && !added.isNotValid()) {
			report(statement, table, "to check the new constraint" + name(added.name()),
					steps(table, added.name(), SqlWriting.of(added.tokens())), added.line());
		}
		else if (added.kind() == AddedConstraint.Kind.EXCLUDE) {
			report(statement, table, "while the index of the exclusion constraint" + name(added.name()) + " is built",
					"It cannot be added NOT VALID: add it when nobody needs the table, or to a new table.",
					added.line());
		}
	}

	private static void examineDomain(AlterAction action, Examination statement) {
		AddedConstraint added = action.addedConstraint();
		boolean isCheck = added != null && added.kind() == AddedConstraint.Kind.CHECK && !added.isNotValid();
		if (isCheck || action.startsWith("set", "not", "null")) {
			statement.report(Risk.onRows(LintSeverity.ERROR, action.table(),
					"Every table with a column of domain " + action.table().quoted()
							+ " is read under a lock against writers",
					"ADD CONSTRAINT … CHECK (…) NOT VALID, and ALTER DOMAIN … VALIDATE CONSTRAINT in a later script.")
				.at(action.line()));
		}
	}

	private static void report(Examination statement, SqlName table, String purpose, String alternative, int line) {
		statement.report(Risk.onRows(LintSeverity.ERROR, table,
				"Every row of table " + table.quoted() + " is read under an ACCESS EXCLUSIVE lock " + purpose,
				alternative)
			.at(line));
	}

	private static String steps(SqlName table, @Nullable SqlName name, String check) {
		String constraint = (name != null) ? name.written() : table.plain() + "_check";
		return """
				In two scripts:
				  ALTER TABLE %1$s ADD CONSTRAINT %2$s %3$s NOT VALID;
				  ALTER TABLE %1$s VALIDATE CONSTRAINT %2$s;""".formatted(table.written(), constraint, check);
	}

	private static List<SqlToken> checkOf(ColumnDefinition column) {
		TokenCursor cursor = new TokenCursor(column.options());
		cursor.skipTo("check");
		List<SqlToken> rest = cursor.rest();
		cursor.next();
		int length = cursor.group().size() + 3;
		return rest.subList(0, Math.min(length, rest.size()));
	}

	private static String name(@Nullable SqlName name) {
		return (name != null) ? " " + name.quoted() : "";
	}

}
