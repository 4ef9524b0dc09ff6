package dev.resilientdb.lint;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Statements that run something which the script does not show.
 */
final class NotExaminedRule implements LintRule {

	private static final Set<String> DANGEROUS = Set.of("alter", "drop", "truncate", "execute", "update", "delete");

	private static final Set<String> PLAIN_FUNCTIONS = Set.of("setval", "set_config", "nextval", "currval",
			"pg_advisory_lock", "pg_advisory_xact_lock", "pg_advisory_unlock", "count", "max", "min", "now", "version",
			"coalesce", "current_setting");

	@Override
	public String id() {
		return "not-examined";
	}

	@Override
	public void examine(Examination statement) {
		String content = content(statement.statement());
		if (content != null) {
			boolean isDangerous = statement.statement().startsWith("do") && isDangerous(statement.statement());
			statement.report(Risk.onRows(isDangerous ? LintSeverity.WARNING : LintSeverity.INFO, null,
					"What " + content + " does was not examined",
					"Look at it yourself; plain statements in a script of their own are examined."));
		}
	}

	/**
	 * Whether Flyway puts something else in its place.
	 */
	static boolean isReplaced(SqlToken token) {
		return token.kind() == SqlToken.Kind.WORD && token.text().startsWith("${");
	}

	private static @Nullable String content(SqlStatement statement) {
		SqlToken head = statement.tokens().get(0);
		if (head.kind() == SqlToken.Kind.CLIENT) {
			return "the client command " + head.text().split("\\s", 2)[0];
		}
		if (isReplaced(head)) {
			return "the placeholder " + head.text();
		}
		if (statement.startsWith("do")) {
			return "the DO block";
		}
		if (statement.startsWith("call") || statement.startsWith("execute") || statement.startsWith("exec")) {
			SqlName name = new TokenCursor(statement.tokens().subList(1, statement.tokens().size())).name();
			return "the procedure" + ((name != null) ? " " + name.quoted() : "");
		}
		return function(statement.cursor());
	}

	private static @Nullable String function(TokenCursor cursor) {
		if (!cursor.take("select") || cursor.contains("from")) {
			return null;
		}
		SqlName name = cursor.name();
		boolean isCall = cursor.peek().isSign("(");
		return (name != null && isCall && !PLAIN_FUNCTIONS.contains(name.simpleKey())) ? "the function " + name.quoted()
				: null;
	}

	private static boolean isDangerous(SqlStatement block) {
		return block.tokens()
			.stream()
			.filter((token) -> token.kind() == SqlToken.Kind.STRING)
			.anyMatch((body) -> StatementSplitter.split(body.text(), SqlSyntax.POSTGRES)
				.stream()
				.flatMap((inner) -> inner.tokens().stream())
				.anyMatch((token) -> token.isAny(DANGEROUS)));
	}

}
