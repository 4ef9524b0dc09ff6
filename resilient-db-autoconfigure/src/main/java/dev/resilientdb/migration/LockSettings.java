package dev.resilientdb.migration;

import java.time.Duration;

/**
 * How Flyway waits for its lock.
 *
 * @param policy what is done about a lock that somebody else holds
 * @param reportAfter how long it is normal to wait
 * @param timeout how long Flyway waits at most, zero for ever
 */
record LockSettings(AnomalyPolicy policy, Duration reportAfter, Duration timeout) {

	/**
	 * How long Flyway waits, zero for ever.
	 */
	Duration limit() {
		return (this.policy == AnomalyPolicy.FAIL) ? this.reportAfter : this.timeout;
	}

	/**
	 * How long nobody looks for who holds the lock. H2 tells that only as long as
	 * somebody waits, which ends with the limit.
	 */
	Duration lookAfter() {
		return (limit().isZero() || this.reportAfter.compareTo(limit()) < 0) ? this.reportAfter : Duration.ZERO;
	}

	boolean isTold() {
		return this.policy != AnomalyPolicy.IGNORE;
	}

}
