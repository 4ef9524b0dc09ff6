package dev.resilientdb.retry;

import java.time.Duration;

/**
 * What a transaction manager works on, as far as retries care.
 */
interface TransactionResource {

	/**
	 * Called when the attempt's own transaction has begun, or failed to: tells what was
	 * there before.
	 */
	void lookBack(Attempt attempt);

	/**
	 * Called when the attempt's own transaction has begun, before the application can
	 * register anything that is told of its end.
	 */
	void afterBegin(Attempt attempt);

	/**
	 * Called when a transaction has begun that must not outlast the given time: shortens
	 * its timeout, if it has one.
	 */
	void limit(Duration remaining);

	/**
	 * Called when the transaction manager is about to commit: has
	 * {@link Attempt#commitSent()} called no later than COMMIT goes to the server.
	 */
	void beforeCommit(Attempt attempt);

	/**
	 * Called when the transaction manager says that it has rolled back: whether that is
	 * true.
	 */
	boolean isRolledBack(Attempt attempt);

	/**
	 * Called before another attempt begins: leaves nothing of the failed one behind.
	 */
	void beforeRetry();

}
