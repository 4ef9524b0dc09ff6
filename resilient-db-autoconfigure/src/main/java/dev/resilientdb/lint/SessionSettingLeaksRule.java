package dev.resilientdb.lint;

import java.util.List;
import java.util.Set;

/**
 * What a script sets for its session stays on a connection that goes back to the
 * application's pool.
 */
final class SessionSettingLeaksRule implements LintRule {

	// Ends with the transaction, or is restored by Flyway
	private static final Set<String> HARMLESS = Set.of("local", "constraints", "transaction", "role", "search_path");

	@Override
	public String id() {
		return "session-setting-leaks";
	}

	@Override
	public void examine(Examination statement) {
		TokenCursor cursor = statement.statement().cursor();
		if (!cursor.take("set") || cursor.peek().isAny(HARMLESS)) {
			return;
		}
		cursor.take("session");
		SqlName name = cursor.isAt("time", "zone") ? SqlName.of("timezone") : cursor.name();
		if (name == null || name.key().equals("search_path") || isResetLater(name, statement)) {
			return;
		}
		boolean isOutside = statement.script().transaction() == TransactionUse.NEVER;
		statement.report(Risk.ofScript(LintSeverity.WARNING,
				"%s stays set on a connection that goes back to the pool".formatted(name.quoted()),
				isOutside ? "At the end of the script: RESET %s;".formatted(name.written())
						: "SET LOCAL %s, which ends with the migration's transaction."
							.formatted(SqlWriting.of(cursorAfterSession(statement)))));
	}

	private static List<SqlToken> cursorAfterSession(Examination statement) {
		TokenCursor cursor = statement.statement().cursor();
		cursor.take("set");
		cursor.take("session");
		return cursor.rest();
	}

	private static boolean isResetLater(SqlName name, Examination statement) {
		return statement.statements().stream().skip(statement.index() + 1L).anyMatch((other) -> {
			TokenCursor cursor = other.cursor();
			boolean isReset = cursor.take("reset") || cursor.take("set", "session") || cursor.take("set");
			return other.startsWith("discard", "all")
					|| (isReset && (cursor.isAt("all") || (cursor.isAt(name.simpleKey()) && isDefault(other))));
		});
	}

	private static boolean isDefault(SqlStatement statement) {
		return statement.startsWith("reset") || statement.cursor().contains("default");
	}

}
