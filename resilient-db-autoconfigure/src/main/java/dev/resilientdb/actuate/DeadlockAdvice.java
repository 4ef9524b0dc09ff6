package dev.resilientdb.actuate;

import java.util.List;

import dev.resilientdb.contention.DeadlockLog.Summary;
import dev.resilientdb.contention.DeadlockLog.Victim;

/**
 * What to do about the methods that lose to deadlocks.
 */
final class DeadlockAdvice {

	private static final int METHODS = 5;

	private DeadlockAdvice() {
	}

	static List<String> of(Summary summary) {
		return summary.victims().stream().limit(METHODS).map(DeadlockAdvice::advice).toList();
	}

	private static String advice(Victim victim) {
		return victim.method() + " lost " + victim.count() + ((victim.count() == 1) ? " deadlock" : " deadlocks")
				+ ": have every transaction that touches the same rows lock them in one order,"
				+ " for example with SELECT ... FOR UPDATE ordered by primary key at its start.";
	}

}
