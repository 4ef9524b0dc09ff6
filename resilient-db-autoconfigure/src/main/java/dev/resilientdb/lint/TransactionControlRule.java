package dev.resilientdb.lint;

import java.util.Set;

/**
 * A script that ends Flyway's transaction is no longer all or nothing.
 */
final class TransactionControlRule implements LintRule {

	private static final Set<String> ENDS = Set.of("commit", "rollback", "abort", "end");

	@Override
	public String id() {
		return "transaction-control";
	}

	@Override
	public void examine(Examination statement) {
		TokenCursor cursor = statement.statement().cursor();
		boolean isBegin = cursor.isAt("start", "transaction") || (cursor.isAt("begin") && isTransaction(cursor));
		boolean isEnd = cursor.peek().isAny(ENDS) && !cursor.contains("to") && isTransaction(cursor);
		if (statement.script().transaction() != TransactionUse.NEVER && (isBegin || isEnd)) {
			statement.report(Risk.ofScript(LintSeverity.WARNING, isEnd
					? "Ends the transaction in which Flyway runs the script: what follows is not undone when it fails"
					: "Flyway has begun a transaction already",
					"Leave it out, or run the script without Flyway's transaction (executeInTransaction=false)."));
		}
	}

	private static boolean isTransaction(TokenCursor cursor) {
		return cursor.rest().size() == 1 || cursor.peek(1).isAny(Set.of("transaction", "work", "isolation", "and"));
	}

}
