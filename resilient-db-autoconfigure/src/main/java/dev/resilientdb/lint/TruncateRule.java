package dev.resilientdb.lint;

/**
 * A table that was there before is emptied.
 */
final class TruncateRule implements LintRule {

	@Override
	public String id() {
		return "truncate-empties";
	}

	@Override
	public void examine(Examination statement) {
		TokenCursor cursor = statement.statement().cursor();
		if (!cursor.take("truncate")) {
			return;
		}
		cursor.take("table");
		do {
			cursor.take("only");
			SqlName table = cursor.name();
			if (table != null) {
				statement.report(Risk.forClients(LintSeverity.WARNING, table,
						"Empties table " + table.quoted() + " under an ACCESS EXCLUSIVE lock",
						"Delete what is no longer needed in batches, or say why all of it can go."));
			}
			cursor.takeSign("*");
		}
		while (cursor.takeSign(","));
	}

}
