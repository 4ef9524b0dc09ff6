package dev.resilientdb.actuate;

import java.util.List;

import dev.resilientdb.contention.DeadlockLog;
import dev.resilientdb.failure.Severity;

/**
 * What is recommended while transactions deadlock.
 */
final class DeadlockRecommendations implements RecommendationSource {

	private final DeadlockLog deadlocks;

	DeadlockRecommendations(DeadlockLog deadlocks) {
		this.deadlocks = deadlocks;
	}

	@Override
	public List<Recommendation> recommendations() {
		DeadlockLog.Summary summary = this.deadlocks.summary();
		if (summary.severity() == Severity.LOW) {
			return List.of();
		}
		return List.of(new Recommendation("deadlocks", summary.severity(), "Transactions deadlock with each other.",
				summary.last24h() + " deadlocks in the last 24 hours.", String.join(" ", DeadlockAdvice.of(summary))));
	}

}
