package dev.resilientdb.lint;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A statement that waits for its lock makes everybody wait who comes after it.
 */
final class LockTimeoutMissingRule implements LintRule {

	private static final Set<String> LOCKING = Set.of("table", "index", "view", "materialized view");

	@Override
	public String id() {
		return "lock-timeout-missing";
	}

	@Override
	public void examine(Examination statement) {
		SqlName table = locked(statement.change());
		if (statement.target().lockTimeout() != LockTimeout.NOT_SET || table == null || isTold(statement)) {
			return;
		}
		statement.report(Risk.forClients(LintSeverity.WARNING, table,
				"Waits for its lock on %s as long as it takes, and everybody else waits behind it"
					.formatted(table.quoted()),
				"SET LOCAL lock_timeout = '5s'; as the first statement, and repeat the migration when it gives up."));
	}

	private static @Nullable SqlName locked(Change change) {
		if (change instanceof Change.AlterTable alter && alter.kind().equals("table")) {
			return alter.table();
		}
		boolean isDrop = change instanceof Change.Drop drop && LOCKING.contains(drop.kind()) && !drop.names().isEmpty();
		return isDrop ? ((Change.Drop) change).names().get(0) : null;
	}

	// By a statement before it, or by an earlier finding of the script
	private static boolean isTold(Examination statement) {
		return statement.statements()
			.stream()
			.limit(statement.index())
			.anyMatch((other) -> other.startsWith("set") && other.cursor().contains("lock_timeout"))
				|| statement.earlierChanges()
					.stream()
					.map(LockTimeoutMissingRule::locked)
					.anyMatch((table) -> table != null && !statement.schema().isNew(table));
	}

}
