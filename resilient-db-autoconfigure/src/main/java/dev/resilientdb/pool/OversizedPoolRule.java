package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;

/**
 * A pool with more connections than there are threads to use them costs the server
 * without serving anybody.
 */
final class OversizedPoolRule implements SizingRule {

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		Integer size = situation.size();
		Integer callers = situation.facts().callers();
		int mostActive = situation.pressure().mostActive();
		if (size == null || callers == null || size <= callers || mostActive * 2 > size) {
			return null;
		}
		return new Advice("pool-larger-than-callers", Severity.LOW,
				"The pool has more connections than there are threads to use them.",
				"%s may have %d connections; Spring Boot's web server and task executors have %d threads, and at most %d connections were in use at once."
					.formatted(situation.pool(), size, callers, mostActive),
				"Lower %s.".formatted(situation.setting("maximum-pool-size")));
	}

}
