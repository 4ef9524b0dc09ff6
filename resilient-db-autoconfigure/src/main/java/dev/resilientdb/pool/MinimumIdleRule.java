package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;

/**
 * A pool that keeps few connections ready has its callers wait until further ones are
 * opened.
 */
final class MinimumIdleRule implements SizingRule {

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		PoolSetup setup = situation.setup();
		Integer open = situation.pressure().openWhenWaiting();
		if (setup == null || open == null || setup.minimumIdle() >= setup.maximumPoolSize()) {
			return null;
		}
		return new Advice("too-few-connections-ready", Severity.LOW,
				"Callers wait for connections that are yet to be opened.",
				"%s had only %d of %d connections when threads waited in the last ten minutes, and keeps %d ready."
					.formatted(situation.pool(), open, setup.maximumPoolSize(), setup.minimumIdle()),
				"Raise %s; HikariCP recommends to leave it as large as the pool."
					.formatted(situation.setting("minimum-idle")));
	}

}
