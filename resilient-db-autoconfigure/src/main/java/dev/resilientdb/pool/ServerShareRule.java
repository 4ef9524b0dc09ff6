package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;
import dev.resilientdb.pool.ServerLimits.Allowance;

/**
 * Others use the server, too: what they hold now cannot be had by the pool.
 */
final class ServerShareRule implements SizingRule {

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		Integer size = situation.size();
		PoolFigures figures = situation.figures();
		ServerLimits limits = situation.server().limits();
		Integer free = (limits != null) ? limits.free() : null;
		if (size == null || figures == null || limits == null || free == null || size - figures.total() <= free) {
			return null;
		}
		Allowance lowest = limits.lowest();
		if (lowest == null || size > lowest.usable()) {
			return null;
		}
		return new Advice("server-nearly-full", Severity.MEDIUM,
				"The server has not enough connections left for the pool.",
				"%s has %d connections and may have %d, while the server has %d left.".formatted(situation.pool(),
						figures.total(), size, free),
				"Set %s so that all instances together stay below the server's limits, or raise them."
					.formatted(situation.setting("maximum-pool-size")));
	}

}
