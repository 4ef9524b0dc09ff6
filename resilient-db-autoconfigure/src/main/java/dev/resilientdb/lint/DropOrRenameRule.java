package dev.resilientdb.lint;

import java.util.Map;
import java.util.Set;

/**
 * Instances of the previous release still use what goes or gets another name, on every
 * product.
 */
final class DropOrRenameRule implements LintRule {

	private static final Set<String> HOLDS_DATA = Set.of("table", "schema", "database");

	private static final Set<String> USED = Set.of("table", "schema", "database", "view", "materialized view",
			"sequence", "type", "domain");

	// Comes and goes without a trace
	private static final Set<String> REPLACEABLE = Set.of("view", "materialized view");

	private static final Map<String, String> RENAMED = Map.of("table", "table", "view", "view", "materialized view",
			"materialized view", "sequence", "sequence", "type", "type", "schema", "schema", "domain", "domain");

	@Override
	public String id() {
		return "drop-or-rename";
	}

	@Override
	public void examine(Examination statement) {
		if (statement.change() instanceof Change.Drop drop && USED.contains(drop.kind())) {
			drop.names().forEach((name) -> drops(drop.kind(), name, statement));
		}
		else if (statement.change() instanceof Change.AlterTable alter && RENAMED.containsKey(alter.kind())) {
			alter.actions().forEach((action) -> alters(alter.kind(), action, statement));
		}
	}

	private static void drops(String kind, SqlName name, Examination statement) {
		if (REPLACEABLE.contains(kind) && isCreatedLater(name, statement)) {
			return;
		}
		boolean holdsData = HOLDS_DATA.contains(kind);
		statement.report(Risk.forClients(holdsData ? LintSeverity.ERROR : LintSeverity.WARNING, name,
				"Drops " + kind + " " + name.quoted() + ", which instances of the previous release may still use"
						+ (holdsData ? ", with everything in it" : ""),
				"""
						Drop it one release after the last one that uses it, and say so in front of the statement:
						  -- resilient-db:contract since=<release without it>"""));
	}

	private static void alters(String kind, AlterAction action, Examination statement) {
		SqlName dropped = kind.equals("table") ? action.droppedColumn() : null;
		TokenCursor cursor = action.cursor();
		if (dropped != null) {
			dropsColumn(action, dropped, statement);
		}
		else if (cursor.take("rename", "to")) {
			SqlName to = cursor.name();
			renames(kind, action, (to != null) ? to : SqlName.of("?"), statement);
		}
		else if (cursor.take("set", "schema")) {
			moves(kind, action, statement);
		}
		else if (cursor.take("rename") && !cursor.isAt("constraint") && !cursor.isAt("index") && !cursor.isAt("key")) {
			renamesPart(kind, action, cursor, statement);
		}
	}

	private static void dropsColumn(AlterAction action, SqlName column, Examination statement) {
		if (statement.schema().isNewColumn(action.table(), column)) {
			return;
		}
		report(statement, action, "Drops column %s of table %s, which instances of the previous release may still use"
			.formatted(column.quoted(), action.table().quoted()), """
					First a release that neither reads nor writes it (nullable or with a default until then), \
					then drop it, and say so in front of the statement:
					  -- resilient-db:contract since=<release without it>""");
	}

	private static void renames(String kind, AlterAction action, SqlName to, Examination statement) {
		if (isCreatedLater(action.table(), statement)) {
			return;
		}
		String view = kind.equals("table") ? """
				Keep the old name as a view in the same script, until no instance uses it:
				  ALTER TABLE %1$s RENAME TO %2$s;
				  CREATE VIEW %1$s AS SELECT * FROM %2$s;""".formatted(action.table().written(), to.written())
				: "Create one with the new name, and drop the old one in a later release.";
		report(statement, action, "Renames %s %s, which instances of the previous release call by its old name"
			.formatted(kind, action.table().quoted()), view);
	}

	private static void moves(String kind, AlterAction action, Examination statement) {
		report(statement, action,
				"Moves %s %s to another schema, where instances of the previous release do not look".formatted(kind,
						action.table().quoted()),
				"Create a view with the old name in the old schema in the same script.");
	}

	private static void renamesPart(String kind, AlterAction action, TokenCursor cursor, Examination statement) {
		boolean isValue = cursor.take("value");
		cursor.take("column");
		cursor.take("attribute");
		String name = isValue ? "\"" + cursor.peek().text() + "\"" : SqlName.of(cursor.peek().raw()).quoted();
		if (!isValue && statement.schema().isNewColumn(action.table(), SqlName.of(cursor.peek().raw()))) {
			return;
		}
		report(statement, action, "Renames %s %s of %s %s, which instances of the previous release call by its old name"
			.formatted(isValue ? "value" : "column", name, kind, action.table().quoted()), """
					Add one with the new name, write both, fill the new one in batches, read it, \
					and drop the old one in a later release.""");
	}

	private static void report(Examination statement, AlterAction action, String message, String alternative) {
		statement.report(Risk.forClients(LintSeverity.ERROR, action.table(), message, alternative).at(action.line()));
	}

	private static boolean isCreatedLater(SqlName name, Examination statement) {
		return statement.laterChanges()
			.stream()
			.anyMatch((change) -> change instanceof Change.Create view && REPLACEABLE.contains(view.kind())
					&& view.name().simpleKey().equals(name.simpleKey()));
	}

}
