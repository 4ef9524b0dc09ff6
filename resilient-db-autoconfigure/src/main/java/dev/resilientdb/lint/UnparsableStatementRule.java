package dev.resilientdb.lint;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What cannot be read is said to be unread.
 */
final class UnparsableStatementRule implements LintRule {

	private static final Set<String> HEADS = Set.of("select", "insert", "update", "delete", "merge", "with", "values",
			"create", "alter", "drop", "comment", "grant", "revoke", "set", "reset", "show", "begin", "start", "commit",
			"rollback", "abort", "end", "savepoint", "release", "analyze", "vacuum", "cluster", "reindex", "refresh",
			"truncate", "copy", "do", "call", "execute", "exec", "prepare", "deallocate", "lock", "unlock", "notify",
			"listen", "unlisten", "explain", "discard", "security", "reassign", "import", "declare", "fetch", "move",
			"close", "checkpoint", "load", "use", "replace", "rename", "optimize", "flush", "repair", "check", "table",
			"pragma", "attach", "detach", "script", "runscript", "go", "print", "if", "purge", "kill", "describe",
			"handler", "install", "uninstall", "signal", "xa", "change", "stop", "reset_connection");

	private static final String ALTERNATIVE = "Look at the statement yourself, and allow the finding with a reason.";

	@Override
	public String id() {
		return "unparsable-statement";
	}

	@Override
	public void examine(Examination statement) {
		String reason = reason(statement);
		if (reason != null) {
			statement
				.report(Risk.ofScript(LintSeverity.WARNING, "The statement was not examined: " + reason, ALTERNATIVE));
		}
	}

	private static @Nullable String reason(Examination statement) {
		SqlStatement text = statement.statement();
		SqlToken head = text.tokens().get(0);
		if (text.obstacle() != null) {
			return text.obstacle();
		}
		if (head.isSign("(") || NotExaminedRule.isReplaced(head) || head.kind() == SqlToken.Kind.CLIENT) {
			return null;
		}
		if (!head.isAny(HEADS)) {
			return "its first word is not known";
		}
		boolean isStructural = statement.change() instanceof Change.Other && (text.startsWith("alter", "table")
				|| text.startsWith("drop", "table") || text.startsWith("create", "table"));
		return isStructural ? "no table name was found" : unknownAction(statement);
	}

	private static @Nullable String unknownAction(Examination statement) {
		if (!(statement.change() instanceof Change.AlterTable alter) || !alter.kind().equals("table")
				|| SqlSyntax.of(statement.target().product()) != SqlSyntax.POSTGRES) {
			return null;
		}
		for (AlterAction action : alter.actions()) {
			if (!AlterGrammar.isKnown(action)) {
				return "what it does to table " + alter.table().quoted() + " is not known";
			}
		}
		return null;
	}

}
