package dev.resilientdb.lint;

import java.util.List;

/**
 * Says nothing about the way, so that the server copies in silence when it can do no
 * better, in this version or after a change of the table.
 */
final class MySqlAlgorithmRule implements LintRule {

	@Override
	public String id() {
		return "algorithm-not-stated";
	}

	@Override
	public void examine(Examination statement) {
		MySqlAlter alter = MySqlAlter.of(statement);
		if (alter == null || alter.clauses().isStated() || alter.actions().isEmpty()) {
			return;
		}
		List<MySqlWork> works = alter.actions()
			.stream()
			.map((action) -> MySqlWork.of(action, alter, statement))
			.toList();
		if (works.stream().anyMatch((work) -> work.operation() == MySqlOperation.UNKNOWN)) {
			statement.report(unknown(alter));
		}
		else if (works.stream().noneMatch((work) -> work.cost().readsRows())
				&& works.stream().anyMatch(MySqlAlgorithmRule::isWorthIt)) {
			statement.report(unsaid(alter, works));
		}
	}

	// A new name needs no rows, and partitions have a grammar of their own
	private static boolean isWorthIt(MySqlWork work) {
		return work.operation() != MySqlOperation.RENAME && work.operation() != MySqlOperation.CHANGE_PARTITION;
	}

	private static Risk unsaid(MySqlAlter alter, List<MySqlWork> works) {
		OnlineDdl most = works.stream().map(MySqlWork::cost).max(OnlineDdl::compareTo).orElse(OnlineDdl.INSTANT);
		return Risk.onRows(LintSeverity.INFO, alter.table(),
				"Does not say how table %s is to be changed: the server copies it in silence when it cannot do better"
					.formatted(alter.table().quoted()),
				"  " + alter.with(most.clause()));
	}

	private static Risk unknown(MySqlAlter alter) {
		return Risk.onRows(LintSeverity.WARNING, alter.table(),
				"Whether this change copies or locks table %s is not known".formatted(alter.table().quoted()), """
						Say how, so that the server refuses instead of locking:
						  %s""".formatted(alter.with("ALGORITHM=INPLACE, LOCK=NONE")));
	}

}
