package dev.resilientdb.lint;

/**
 * What PostgreSQL refuses to do in a transaction needs a script of its own, and a Flyway
 * that holds no transaction open beside it.
 */
final class ConcurrentlyNotAloneRule implements LintRule {

	@Override
	public String id() {
		return "concurrently-not-alone";
	}

	@Override
	public void examine(Examination statement) {
		Solitude solitude = Solitude.of(statement.statement());
		if (solitude != Solitude.UNNEEDED) {
			examineTransaction(solitude, statement);
			examineLock(statement);
		}
	}

	private static void examineTransaction(Solitude solitude, Examination statement) {
		TransactionUse use = statement.script().transaction();
		if (use == TransactionUse.ALWAYS || (use == TransactionUse.AUTOMATIC && solitude == Solitude.UNRECOGNISED)) {
			report(statement, LintSeverity.ERROR, "It cannot run in a transaction, and this script runs in one",
					"Put executeInTransaction=false into " + statement.script().name() + ".conf.");
		}
		else if (use == TransactionUse.AUTOMATIC && isMixed(statement)) {
			report(statement, LintSeverity.ERROR,
					"It cannot run in a transaction, and the other statements of this script need one: "
							+ "Flyway refuses the script",
					"Move it to a script of its own.");
		}
		else if (isFirst(statement) && statement.statements().size() > 1 && !isOneRecreated(statement)) {
			report(statement, LintSeverity.WARNING,
					"Without a transaction this script stops half-way when a statement fails",
					"One statement a script, so that it can run again.");
		}
	}

	private static void examineLock(Examination statement) {
		FlywayLock lock = statement.target().lock();
		if (statement.statement().cursor().contains("concurrently") && lock == FlywayLock.TRANSACTIONAL) {
			report(statement, LintSeverity.ERROR,
					"It waits for the transaction in which Flyway holds its lock, which waits for it: it never ends",
					"Set spring.flyway.postgresql.transactional-lock=false.");
		}
	}

	// DROP INDEX CONCURRENTLY IF EXISTS and CREATE of the same can be repeated
	private static boolean isOneRecreated(Examination statement) {
		return statement.statements().size() == 2 && statement.statements().get(0).startsWith("drop", "index")
				&& statement.statements().get(0).cursor().contains("if", "exists")
				&& statement.statements().get(1).startsWith("create");
	}

	private static boolean isMixed(Examination statement) {
		return statement.statements().stream().anyMatch((other) -> Solitude.of(other) != Solitude.RECOGNISED);
	}

	private static boolean isFirst(Examination statement) {
		return statement.statements()
			.stream()
			.limit(statement.index())
			.allMatch((other) -> Solitude.of(other) == Solitude.UNNEEDED);
	}

	private static void report(Examination statement, LintSeverity severity, String message, String alternative) {
		statement.report(Risk.ofScript(severity, message, alternative));
	}

}
