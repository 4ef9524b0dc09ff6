package dev.resilientdb.lint;

/**
 * Asks for a way in which the server cannot do it: the migration fails with error 1845 or
 * 1846.
 */
final class MySqlRefusedRule implements LintRule {

	@Override
	public String id() {
		return "algorithm-refused";
	}

	@Override
	public void examine(Examination statement) {
		MySqlAlter alter = MySqlAlter.of(statement);
		if (alter == null) {
			return;
		}
		MySqlProduct product = MySqlProduct.of(statement.target());
		for (AlterAction action : alter.actions()) {
			MySqlWork work = MySqlWork.of(action, alter, statement);
			if (work.isRefused(alter)) {
				statement.report(Risk.ofScript(LintSeverity.ERROR,
						"%s cannot be done with %s on %s: the migration fails".formatted(work.title(), alter.clauses(),
								product),
						work.cost().letsWrite() ? "  " + alter.with(work.cost().clause())
								: MySqlAdvice.of(work, alter, product))
					.at(action.line()));
			}
		}
	}

}
