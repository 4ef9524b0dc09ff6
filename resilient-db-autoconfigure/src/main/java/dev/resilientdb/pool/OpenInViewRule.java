package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;
import dev.resilientdb.pool.ApplicationFacts.View;

/**
 * With an open persistence context a request keeps its connection until the answer is
 * written.
 */
final class OpenInViewRule implements SizingRule {

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		if (situation.facts().view() == View.CLOSED || !situation.pressure().isLate()) {
			return null;
		}
		return new Advice("open-in-view-holds-connections", Severity.MEDIUM,
				"Requests hold their connection until the answer is written.",
				"Open-in-view is on, and up to %d threads waited for %s in the last ten minutes."
					.formatted(situation.pressure().mostWaiting(), situation.thePool()),
				"Set spring.jpa.open-in-view=false and load what a view needs inside the transaction.");
	}

}
