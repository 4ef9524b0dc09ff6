package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;
import dev.resilientdb.pool.ApplicationFacts.Flyway;

/**
 * Flyway holds one connection for its history while it migrates with another one.
 */
final class FlywayRule implements SizingRule {

	private static final int NEEDED = 2;

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		Integer size = situation.size();
		if (size == null || size >= NEEDED || situation.facts().flyway() == Flyway.ELSEWHERE) {
			return null;
		}
		return new Advice("pool-too-small-for-flyway", Severity.HIGH,
				"Flyway needs more connections than the pool has, and waits for the second one.",
				"%s may have %d connection, and Flyway migrates with it.".formatted(situation.pool(), size),
				"Set %s to at least %d, or give Flyway connections of its own with spring.flyway.url."
					.formatted(situation.setting("maximum-pool-size"), NEEDED + 1));
	}

}
