package dev.resilientdb.lint;

/**
 * CASCADE takes along what nobody wrote down.
 */
final class CascadeRule implements LintRule {

	@Override
	public String id() {
		return "cascade";
	}

	@Override
	public void examine(Examination statement) {
		TokenCursor cursor = statement.statement().cursor();
		if (statement.change() instanceof Change.Drop drop && drop.cascade()) {
			drop.names().forEach((name) -> drops(drop.kind() + " " + name.quoted(), name, statement));
		}
		else if (statement.change() instanceof Change.AlterTable alter) {
			alter.actions().forEach((action) -> alters(action, statement));
		}
		else if (cursor.take("truncate")) {
			cursor.take("table");
			cursor.take("only");
			SqlName table = cursor.name();
			if (table != null && cursor.skipTo("cascade")) {
				statement.report(Risk.forClients(LintSeverity.ERROR, table,
						"Empties every table that points to " + table.quoted() + " by a foreign key, and so on",
						"Name all tables: TRUNCATE " + table.written() + ", …;"));
			}
		}
	}

	private static void alters(AlterAction action, Examination statement) {
		TokenCursor cursor = action.cursor();
		if (cursor.isAt("drop") && cursor.skipTo("cascade")) {
			drops("a part of table " + action.table().quoted(), action.table(), statement);
		}
	}

	private static void drops(String what, SqlName name, Examination statement) {
		statement.report(Risk.forClients(LintSeverity.ERROR, name,
				"Drops with " + what + " everything that depends on it: views, foreign keys, columns",
				"Drop what depends on it by name, and leave CASCADE out: then the server refuses what was forgotten."));
	}

}
