package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
		List<SqlStatement> working = statement.statements().stream().filter(SeveralDdlStatementsRule::isWork).toList();
		long structural = working.stream().filter(SeveralDdlStatementsRule::isStructural).count();
		if (structural == 0 || working.size() < 2) {
			return;
		}
		boolean isRisky = changesTables(statement);
		statement.report(Risk.ofScript(isRisky ? LintSeverity.WARNING : LintSeverity.INFO,
				"%d of %d statements commit at once: when a later one fails, the script stays half applied and cannot simply run again"
					.formatted(structural, working.size()),
				"One statement that changes the structure per script; rows in a script of their own."));
	}

	private static boolean isWork(SqlStatement statement) {
		return isStructural(statement) || statement.startsWith("insert") || statement.startsWith("update")
				|| statement.startsWith("delete") || statement.startsWith("replace");
	}

	private static boolean isStructural(SqlStatement statement) {
		return statement.startsWith("create") || statement.startsWith("alter") || statement.startsWith("drop")
				|| statement.startsWith("rename") || statement.startsWith("truncate");
	}

	// What only creates can be dropped and run again
	private static boolean changesTables(Examination statement) {
		Set<String> created = new HashSet<>();
		for (Change change : Stream.concat(Stream.of(statement.change()), statement.laterChanges().stream()).toList()) {
			if (change instanceof Change.CreateTable create) {
				created.add(create.table().simpleKey());
			}
			for (SqlName table : changed(change)) {
				if (!created.contains(table.simpleKey()) && !statement.schema().isNew(table)) {
					return true;
				}
			}
			created.addAll(renamed(change));
		}
		return false;
	}

	private static List<SqlName> changed(Change change) {
		if (change instanceof Change.AlterTable alter) {
			return List.of(alter.table());
		}
		if (change instanceof Change.CreateIndex index) {
			return List.of(index.table());
		}
		boolean isDrop = change instanceof Change.Drop drop && drop.kind().equals("table");
		return isDrop ? ((Change.Drop) change).names() : List.of();
	}

	private static List<String> renamed(Change change) {
		List<String> names = new ArrayList<>();
		if (change instanceof Change.AlterTable alter) {
			for (AlterAction action : alter.actions()) {
				TokenCursor cursor = action.cursor();
				SqlName name = cursor.take("rename", "to") ? cursor.name() : null;
				names.addAll((name != null) ? List.of(name.simpleKey()) : List.of());
			}
		}
		return names;
	}

}
