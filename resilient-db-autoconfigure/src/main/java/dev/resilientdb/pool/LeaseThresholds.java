package dev.resilientdb.pool;

import java.time.Duration;

/**
 * From when on holding a connection is conspicuous.
 *
 * @param leak without its method
 * @param longTransaction in a transaction
 * @param idleTransaction in a transaction that does not use it
 */
record LeaseThresholds(Duration leak, Duration longTransaction, Duration idleTransaction) {

	/**
	 * The age from which it is looked at closer.
	 */
	long firstTrace() {
		return Math.min(this.leak.toNanos(), this.idleTransaction.toNanos() / 2);
	}

}
