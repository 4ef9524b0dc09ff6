package dev.resilientdb.pool;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;

/**
 * Whoever waits longer for a connection than a user waits for a page works for nobody.
 */
final class ConnectionTimeoutRule implements SizingRule {

	private static final Duration LONG = Duration.ofSeconds(10);

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		PoolSetup setup = situation.setup();
		if (setup == null || situation.facts().web() == null || !situation.pressure().isLate()
				|| setup.connectionTimeout().compareTo(LONG) < 0) {
			return null;
		}
		return new Advice("connection-timeout-too-long", Severity.MEDIUM,
				"Requests wait longer for a connection than their callers do for an answer.",
				"Up to %d threads waited in the last ten minutes, each for up to %s, for %s.".formatted(
						situation.pressure().mostWaiting(), PoolSituation.text(setup.connectionTimeout()),
						situation.thePool()),
				"Set %s to what a request may wait, for example 3000."
					.formatted(situation.setting("connection-timeout")));
	}

}
