package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;
import dev.resilientdb.pool.ApplicationFacts.Requests;
import dev.resilientdb.pool.ApplicationFacts.Threads;

/**
 * Requests that wait for connections are served in more threads than there are
 * connections.
 */
final class WebThreadsRule implements SizingRule {

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		Threads web = situation.facts().web();
		Integer size = situation.size();
		boolean virtual = situation.facts().requests() == Requests.VIRTUAL_THREADS;
		if (web == null || size == null || !situation.pressure().isLate() || (!virtual && web.max() <= size)) {
			return null;
		}
		String threads = virtual ? "as many requests as come run in virtual threads"
				: "up to %d requests run at once (%s)".formatted(web.max(), web.property());
		String bound = virtual ? "bound the work that needs connections, for example with @ConcurrencyLimit"
				: "lower " + web.property();
		return new Advice("pool-smaller-than-web-threads", Severity.MEDIUM,
				"Requests wait for connections because more of them run than the pool can serve.",
				"%s may have %d connections, %s, and up to %d threads waited in the last ten minutes%s."
					.formatted(situation.pool(), size, threads, situation.pressure().mostWaiting(), free(situation)),
				"Shorten what holds connections; then raise %s if the server has room, or %s."
					.formatted(situation.setting("maximum-pool-size"), bound));
	}

	private static String free(PoolSituation situation) {
		ServerLimits limits = situation.server().limits();
		Integer free = (limits != null) ? limits.free() : null;
		return (free != null) ? "; the server has %d connections left".formatted(free) : "";
	}

}
