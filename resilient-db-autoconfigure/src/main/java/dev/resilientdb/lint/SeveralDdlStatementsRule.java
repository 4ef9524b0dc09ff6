package dev.resilientdb.lint;

import java.util.List;

/**
 * Each change of the structure is committed at once: a script that fails at a later
 * statement stays half applied.
 */
final class SeveralDdlStatementsRule implements LintRule {

	@Override
	public String id() {
		return "several-ddl-statements";
	}

	@Override
	public void examine(Examination statement) {
		if (statement.index() != 0) {
			return;
		}
		List<SqlStatement> working = statement.statements().stream().filter(this::works).toList();
		long structural = working.stream().filter(this::commits).count();
		if (structural == 0 || working.size() < 2) {
			return;
		}
		boolean isRisky = statement.statements().stream().anyMatch((other) -> changes(other, statement));
		statement.report(Risk
			.ofScript(isRisky ? LintSeverity.WARNING : LintSeverity.INFO,
					"%d of %d statements commit at once: when a later one fails, the script stays half applied and cannot simply run again"
						.formatted(structural, working.size()),
					"One statement that changes the structure per script; rows in a script of their own."));
	}

	private boolean works(SqlStatement statement) {
		return commits(statement) || statement.startsWith("insert") || statement.startsWith("update")
				|| statement.startsWith("delete") || statement.startsWith("replace");
	}

	private boolean commits(SqlStatement statement) {
		return statement.startsWith("create") || statement.startsWith("alter") || statement.startsWith("drop")
				|| statement.startsWith("rename") || statement.startsWith("truncate");
	}

	// What only creates can be dropped and run again
	private boolean changes(SqlStatement other, Examination statement) {
		Change change = Change.of(other);
		if (change instanceof Change.AlterTable alter) {
			return !isNew(alter.table(), statement);
		}
		if (change instanceof Change.CreateIndex index) {
			return !isNew(index.table(), statement);
		}
		boolean isDrop = change instanceof Change.Drop drop && drop.kind().equals("table");
		return isDrop && !((Change.Drop) change).names().stream().allMatch((name) -> isNew(name, statement));
	}

	private boolean isNew(SqlName table, Examination statement) {
		return statement.schema().isNew(table) || statement.laterChanges()
			.stream()
			.anyMatch((change) -> change instanceof Change.CreateTable create
					&& create.table().simpleKey().equals(table.simpleKey()))
				|| (statement.change() instanceof Change.CreateTable create
						&& create.table().simpleKey().equals(table.simpleKey()));
	}

}
