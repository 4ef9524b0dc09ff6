package dev.resilientdb.lint;

import org.jspecify.annotations.Nullable;

/**
 * A statement that waits for its metadata lock makes everybody wait who comes after it:
 * for a year by default on MySQL, for a day on MariaDB.
 *
 * @see <a href=
 * "https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_lock_wait_timeout">
 * MySQL: lock_wait_timeout</a>
 */
final class MySqlLockWaitRule implements LintRule {

	@Override
	public String id() {
		return "lock-timeout-missing";
	}

	@Override
	public void examine(Examination statement) {
		SqlName table = locked(statement);
		LockTimeout known = statement.target().lockTimeout();
		if (table == null || known == LockTimeout.SET || isPatient(statement.statement()) || isTold(statement)) {
			return;
		}
		MySqlProduct product = MySqlProduct.of(statement.target());
		statement.report(Risk.forClients((known == LockTimeout.NOT_SET) ? LintSeverity.WARNING : LintSeverity.INFO,
				table, "Waits for its lock on %s up to %s, and everybody else waits behind it".formatted(table.quoted(),
						product.isMariaDb() ? "a day" : "a year"),
				"""
						At the beginning of the script, and the default again at its end:
						  SET SESSION lock_wait_timeout = 5;
						  SET SESSION lock_wait_timeout = DEFAULT;"""));
	}

	private static @Nullable SqlName locked(Examination statement) {
		MySqlAlter alter = MySqlAlter.of(statement);
		if (alter != null) {
			return alter.table();
		}
		boolean isDrop = statement.change() instanceof Change.Drop drop && drop.kind().equals("table")
				&& !drop.names().isEmpty();
		return isDrop ? ((Change.Drop) statement.change()).names().get(0) : null;
	}

	private static boolean isPatient(SqlStatement statement) {
		TokenCursor cursor = statement.cursor();
		return cursor.contains("nowait") || (cursor.skipTo("wait") && cursor.peek(1).kind() == SqlToken.Kind.NUMBER);
	}

	// By a statement before it, or by an earlier finding of the script
	private static boolean isTold(Examination statement) {
		boolean isSet = statement.statements()
			.stream()
			.limit(statement.index())
			.anyMatch((other) -> other.startsWith("set") && other.cursor().contains("lock_wait_timeout"));
		return isSet || statement.earlierChanges()
			.stream()
			.anyMatch(
					(change) -> change instanceof Change.AlterTable alter && !statement.schema().isNew(alter.table()));
	}

}
