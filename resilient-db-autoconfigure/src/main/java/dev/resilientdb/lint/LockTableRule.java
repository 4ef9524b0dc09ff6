package dev.resilientdb.lint;

/**
 * An explicit lock keeps others out until the migration ends.
 */
final class LockTableRule implements LintRule {

	@Override
	public String id() {
		return "lock-table";
	}

	@Override
	public void examine(Examination statement) {
		TokenCursor cursor = statement.statement().cursor();
		if (!cursor.take("lock")) {
			return;
		}
		cursor.take("table");
		cursor.take("only");
		SqlName table = cursor.name();
		boolean isWeak = cursor.contains("access", "share") || cursor.contains("row", "share")
				|| cursor.contains("in", "row", "exclusive");
		if (table != null && !isWeak) {
			statement.report(Risk.forClients(LintSeverity.WARNING, table,
					"Locks table " + table.quoted() + " until the migration's transaction ends",
					"Leave it out: statements take the lock that they need. Otherwise as late as possible in the script."));
		}
	}

}
