package dev.resilientdb.circuit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Goes on evenly when the machine's clock is set: circuits wait by it.
 */
final class SteadyClock extends Clock {

	private final Instant begin = Instant.now();

	private final long origin = System.nanoTime();

	@Override
	public Instant instant() {
		return this.begin.plusNanos(System.nanoTime() - this.origin);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("Only instants are asked for");
	}

}
