package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;
import dev.resilientdb.pool.ServerLimits.Allowance;

/**
 * No pool gets more connections than its server grants, however large it is.
 */
final class ServerLimitRule implements SizingRule {

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		Integer size = situation.size();
		ServerLimits limits = situation.server().limits();
		Allowance lowest = (limits != null) ? limits.lowest() : null;
		if (size == null || lowest == null || size <= lowest.usable()) {
			return null;
		}
		return new Advice("pool-above-server-limit", Severity.HIGH,
				"The pool may ask for more connections than the server grants.",
				"%s may have %d connections, while %s is %d, of which %d are reserved.".formatted(situation.pool(),
						size, lowest.name(), lowest.limit(), lowest.reserved()),
				"Set %s to at most %d, less what other instances and applications need, or raise %s."
					.formatted(situation.setting("maximum-pool-size"), Math.max(1, lowest.usable()), lowest.name()));
	}

}
