package dev.resilientdb.lint;

import java.util.Set;

/**
 * What PostgreSQL's ALTER TABLE can do, by first words.
 */
final class AlterGrammar {

	private static final Set<String> ACTIONS = Set.of("add", "drop", "alter", "rename", "set", "reset", "validate",
			"attach", "detach", "enable", "disable", "owner", "cluster", "no", "inherit", "not", "force", "replica",
			"of", "split", "merge", "depends");

	private AlterGrammar() {
	}

	static boolean isKnown(AlterAction action) {
		TokenCursor cursor = action.cursor();
		if (cursor.isAt("add")) {
			AddedConstraint constraint = action.addedConstraint();
			return (constraint != null) ? !constraint.isIncomplete() : action.addedColumn() != null;
		}
		return cursor.peek().isAny(ACTIONS);
	}

}
