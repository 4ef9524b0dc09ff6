package dev.resilientdb.retry;

import java.util.function.LongSupplier;

/**
 * Bounds the retries of one data source, so that they never multiply a load that is the
 * problem: a bucket of tokens, one spent on each retry, refilled by the calls that
 * succeed at once and by a minimum rate. Costs nothing until a retry asks. Safe for use
 * by several threads.
 */
final class RetryBudget {

	private static final double NANOS_PER_SECOND = 1_000_000_000;

	private final RetrySettings settings;

	private final LongSupplier successes;

	private final LongSupplier nanoTime;

	private double tokens;

	private long countedSuccesses;

	private long refilledNanos;

	/**
	 * Creates a full budget.
	 * @param successes the number of calls that succeeded at once so far
	 * @param nanoTime a ticker in nanoseconds
	 */
	RetryBudget(RetrySettings settings, LongSupplier successes, LongSupplier nanoTime) {
		this.settings = settings;
		this.successes = successes;
		this.nanoTime = nanoTime;
		this.tokens = settings.current().budget().capacity();
		this.countedSuccesses = successes.getAsLong();
		this.refilledNanos = nanoTime.getAsLong();
	}

	/**
	 * Spends a token.
	 * @return whether there was one
	 */
	synchronized boolean spend() {
		refill();
		if (this.tokens < 1) {
			return false;
		}
		this.tokens--;
		return true;
	}

	/**
	 * The number of retries that would be allowed now.
	 */
	synchronized double available() {
		refill();
		return this.tokens;
	}

	private void refill() {
		RetryProperties.Budget budget = this.settings.current().budget();
		long now = this.nanoTime.getAsLong();
		long count = this.successes.getAsLong();
		double earned = (count - this.countedSuccesses) * budget.ratio()
				+ (now - this.refilledNanos) / NANOS_PER_SECOND * budget.minPerSecond();
		this.tokens = Math.min(budget.capacity(), this.tokens + earned);
		this.countedSuccesses = count;
		this.refilledNanos = now;
	}

}
