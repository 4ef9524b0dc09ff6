package dev.resilientdb.lint;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Changes that InnoDB carries out by reading or writing every row, told under the id of
 * their kind.
 */
final class MySqlCostRule implements LintRule {

	private final String id;

	private MySqlCostRule(String id) {
		this.id = id;
	}

	/**
	 * One for each kind of change.
	 */
	static List<LintRule> all() {
		List<LintRule> rules = new ArrayList<>();
		for (String id : List.of("add-column-rewrites", "change-column-type", "enum-reordered", "set-not-null-scans",
				"index-not-concurrent", "foreign-key-validates", "constraint-validates", "algorithm-copies")) {
			rules.add(new MySqlCostRule(id));
		}
		return rules;
	}

	@Override
	public String id() {
		return this.id;
	}

	@Override
	public void examine(Examination statement) {
		MySqlAlter alter = MySqlAlter.of(statement);
		if (alter == null) {
			return;
		}
		MySqlProduct product = MySqlProduct.of(statement.target());
		List<MySqlWork> costly = new ArrayList<>();
		for (AlterAction action : alter.actions()) {
			MySqlWork work = MySqlWork.of(action, alter, statement);
			if (work.operation().rule().equals(this.id) && work.cost().readsRows() && !work.isRefused(alter)) {
				costly.add(work);
			}
		}
		costly.forEach((work) -> statement.report(risk(work, alter, product)));
		if (this.id.equals("algorithm-copies") && alter.clauses().asksForLocks()) {
			statement.report(asked(alter));
		}
	}

	private static Risk risk(MySqlWork work, MySqlAlter alter, MySqlProduct product) {
		String doubt = doubt(work.operation());
		return Risk
			.onRows(severity(work, alter), alter.table(),
					work.title() + " " + work.cost().effect(alter.table()) + " (" + product + ")"
							+ ((doubt != null) ? ", unless " + doubt : ""),
					MySqlAdvice.of(work, alter, product))
			.at(work.action().line());
	}

	private static LintSeverity severity(MySqlWork work, MySqlAlter alter) {
		LintSeverity severity = work.cost().letsWrite() ? LintSeverity.WARNING : LintSeverity.ERROR;
		boolean isMeant = work.cost().letsWrite() && alter.clauses().isStated();
		if (severity == LintSeverity.ERROR) {
			return work.operation().isGuess() ? LintSeverity.WARNING : severity;
		}
		boolean isSmall = work.operation().isGuess() && work.cost() == OnlineDdl.REBUILD;
		return (isMeant || isSmall) ? LintSeverity.INFO : severity;
	}

	private static @Nullable String doubt(MySqlOperation operation) {
		return switch (operation) {
			case REDEFINE -> "its type stays or only becomes longer within its length bytes";
			case REDEFINE_MEMBERS -> "members are only appended";
			case REDEFINE_NOT_NULL -> "it is so already";
			default -> null;
		};
	}

	private static Risk asked(MySqlAlter alter) {
		return Risk.onRows(LintSeverity.ERROR, alter.table(),
				"%s keeps writers out of table %s, whatever the server could do".formatted(alter.clauses(),
						alter.table().quoted()),
				"""
						Ask for the opposite, so that the server refuses what it can only do with a lock:
						  %s""".formatted(alter.with("ALGORITHM=INPLACE, LOCK=NONE")));
	}

}
