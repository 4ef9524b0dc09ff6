package dev.resilientdb.lint;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Maintenance that keeps everybody out of a table, readers included.
 */
final class ExclusiveMaintenanceRule implements LintRule {

	private static final Set<String> REINDEXED = Set.of("index", "table", "schema", "database", "system");

	@Override
	public String id() {
		return "exclusive-maintenance";
	}

	@Override
	public void examine(Examination statement) {
		if (statement.change() instanceof Change.Drop drop && drop.kind().equals("index") && !drop.concurrently()) {
			drop.names().forEach((index) -> dropsIndex(index, statement));
		}
		else if (statement.change() instanceof Change.AlterTable alter && alter.kind().equals("table")) {
			alter.actions().forEach((action) -> alters(action, statement));
		}
		else {
			examine(statement.statement().cursor(), statement);
		}
	}

	private static void examine(TokenCursor cursor, Examination statement) {
		if (cursor.take("reindex")) {
			reindexes(cursor, statement);
		}
		else if (cursor.take("refresh", "materialized", "view") && !cursor.take("concurrently")) {
			refreshes(cursor.name(), statement);
		}
		else if (cursor.take("cluster")) {
			cursor.take("verbose");
			rewrites(cursor.name(), "CLUSTER", statement);
		}
		else if (cursor.take("vacuum") && isFull(cursor)) {
			rewrites(cursor.name(), "VACUUM FULL", statement);
		}
	}

	private static void dropsIndex(SqlName index, Examination statement) {
		statement.report(Risk.onRows(LintSeverity.WARNING, index, "Dropping index " + index.quoted()
				+ " waits for everybody who uses its table, and everybody else waits behind it", """
						Alone in a script that runs without a transaction:
						  DROP INDEX CONCURRENTLY IF EXISTS %s;""".formatted(index.written())));
	}

	private static void alters(AlterAction action, Examination statement) {
		TokenCursor cursor = action.cursor();
		if (cursor.isAt("detach", "partition") && !cursor.contains("concurrently")) {
			detaches(action, statement);
		}
		else if (cursor.isAt("set", "logged") || cursor.isAt("set", "unlogged") || cursor.isAt("set", "tablespace")
				|| cursor.isAt("set", "access", "method")) {
			rewrites(action.table(), SqlWriting.of(action.tokens()).toUpperCase(Locale.ROOT), statement);
		}
	}

	private static void detaches(AlterAction action, Examination statement) {
		String alternative = statement.target().isBefore(14) ? """
				PostgreSQL detaches without it from 14 on. Until then set a short lock_timeout first and repeat."""
				: """
						Alone in a script with executeInTransaction=false:
						  ALTER TABLE %s %s CONCURRENTLY;""".formatted(action.table().written(),
						SqlWriting.of(action.tokens()));
		statement.report(Risk.forClients(LintSeverity.WARNING, action.table(),
				"Detaching a partition takes an ACCESS EXCLUSIVE lock on table " + action.table().quoted(), alternative)
			.at(action.line()));
	}

	private static void reindexes(TokenCursor cursor, Examination statement) {
		boolean isConcurrent = cursor.contains("concurrently");
		cursor.group();
		cursor.take("verbose");
		if (isConcurrent || !cursor.peek().isAny(REINDEXED)) {
			return;
		}
		String kind = cursor.next().text();
		SqlName name = cursor.name();
		boolean isRelation = kind.equals("index") || kind.equals("table");
		statement.report(Risk.onRows(LintSeverity.ERROR, isRelation ? name : null,
				"REINDEX keeps writers out of the table, and readers out of the index, until " + kind
						+ ((name != null) ? " " + name.quoted() : "") + " is built again",
				statement.target().isBefore(12) ? "Build a second index CONCURRENTLY, then drop the first one."
						: "Alone in a script with executeInTransaction=false: REINDEX " + kind.toUpperCase(Locale.ROOT)
								+ " CONCURRENTLY " + ((name != null) ? name.written() : "") + ";"));
	}

	private static void refreshes(@Nullable SqlName view, Examination statement) {
		if (view == null || statement.statement().cursor().contains("with", "no", "data")) {
			return;
		}
		statement.report(Risk.onRows(LintSeverity.WARNING, view,
				"Nobody can read the materialized view " + view.quoted() + " until it is refreshed",
				"With a unique index on the view's key: REFRESH MATERIALIZED VIEW CONCURRENTLY " + view.written()
						+ ";"));
	}

	private static void rewrites(@Nullable SqlName table, String what, Examination statement) {
		statement.report(Risk.onRows(LintSeverity.ERROR, table,
				what + " copies " + ((table != null) ? "table " + table.quoted() : "every table")
						+ " under an ACCESS EXCLUSIVE lock: nobody can read or write until it ends",
				"Leave it out of migrations. Reclaim space with pg_repack, or at a time when nobody needs the table."));
	}

	private static boolean isFull(TokenCursor cursor) {
		boolean isFull = new TokenCursor(cursor.group()).contains("full") || cursor.take("full");
		cursor.take("freeze");
		cursor.take("verbose");
		cursor.take("analyze");
		return isFull;
	}

}
