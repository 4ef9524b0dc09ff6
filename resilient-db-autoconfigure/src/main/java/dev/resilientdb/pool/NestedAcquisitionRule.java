package dev.resilientdb.pool;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;
import dev.resilientdb.pool.ApplicationFacts.Threads;

/**
 * Calls take a second connection while they hold one: as many of them at once as the pool
 * has connections lock it.
 */
final class NestedAcquisitionRule implements SizingRule {

	private static final int NAMED = 3;

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		Integer size = situation.size();
		Threads web = situation.facts().web();
		if (situation.nested().isEmpty() || size == null || (web != null && size > web.max())) {
			return null;
		}
		return new Advice("nested-acquisition", Severity.MEDIUM,
				"Calls that hold a connection ask for a second one; enough of them at once lock the pool.",
				"%s may have %d connections. %s.".formatted(situation.pool(), size, places(situation.nested())),
				"Let the inner work join the transaction or run after it. Otherwise set %s to %s: threads × (depth − 1) + 1."
					.formatted(situation.setting("maximum-pool-size"), requiredSize(web)));
	}

	private static String places(List<NestedAcquisition> nested) {
		return nested.stream()
			.limit(NAMED)
			.map((place) -> "%s held one while %s asked for another (%d times)".formatted(place.outer(), place.inner(),
					place.count()))
			.collect(Collectors.joining("; "));
	}

	// Two connections a thread: whoever wants more is named by the verdict POOL_LOCKED
	private static String requiredSize(@Nullable Threads web) {
		return (web != null)
				? "at least %d for the %d threads of %s".formatted(web.max() + 1, web.max(), web.property())
				: "more than the number of threads that do it at once";
	}

}
