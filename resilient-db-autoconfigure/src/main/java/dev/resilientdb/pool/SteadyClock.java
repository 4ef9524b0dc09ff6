package dev.resilientdb.pool;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that goes on evenly, whoever sets the machine's clock.
 */
final class SteadyClock implements InstantSource {

	private final Instant begin = Instant.now();

	private final long origin = System.nanoTime();

	@Override
	public Instant instant() {
		return this.begin.plusNanos(System.nanoTime() - this.origin);
	}

}
