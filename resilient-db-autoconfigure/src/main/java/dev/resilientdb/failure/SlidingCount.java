package dev.resilientdb.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Counts events of a recent period in constant memory. The period moves on in steps of
 * its sixtieth part. Safe for use by several threads.
 */
public final class SlidingCount {

	private static final int SLOTS = 60;

	private final InstantSource clock;

	private final long slotMillis;

	private final int[] counts = new int[SLOTS];

	private final long[] slots = new long[SLOTS];

	/**
	 * Creates a count of the given recent period.
	 */
	public SlidingCount(Duration period, InstantSource clock) {
		this.clock = clock;
		this.slotMillis = Math.max(1, period.toMillis() / SLOTS);
	}

	/**
	 * Counts an event that happens now.
	 */
	public synchronized void add() {
		long slot = slot(this.clock.instant());
		int index = (int) (slot % SLOTS);
		if (this.slots[index] != slot) {
			this.slots[index] = slot;
			this.counts[index] = 0;
		}
		this.counts[index]++;
	}

	/**
	 * The number of events in the period that ends now.
	 */
	public synchronized int total() {
		long now = slot(this.clock.instant());
		int total = 0;
		for (int i = 0; i < SLOTS; i++) {
			if (now - this.slots[i] < SLOTS) {
				total += this.counts[i];
			}
		}
		return total;
	}

	/**
	 * Forgets all events.
	 */
	public synchronized void reset() {
		for (int i = 0; i < SLOTS; i++) {
			this.counts[i] = 0;
		}
	}

	private long slot(Instant instant) {
		return instant.toEpochMilli() / this.slotMillis;
	}

}
