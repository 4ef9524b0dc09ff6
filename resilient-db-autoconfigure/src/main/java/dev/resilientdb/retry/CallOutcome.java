package dev.resilientdb.retry;

import java.util.Locale;

/**
 * How a call ended, as counted by {@code resilientdb.retry.calls}.
 */
enum CallOutcome {

	/**
	 * With its first attempt: a result, or a failure that is not retried.
	 */
	FIRST_ATTEMPT,

	/**
	 * With a result after at least one retry.
	 */
	RECOVERED,

	/**
	 * With a failure after its retries, or because none was left.
	 */
	EXHAUSTED,

	/**
	 * With nobody knowing whether the transaction committed.
	 */
	AMBIGUOUS,

	/**
	 * With a failure that could have been retried but was not allowed to.
	 */
	REJECTED,

	/**
	 * Passed through inside another transaction.
	 */
	INERT;

	private final String tag = name().toLowerCase(Locale.ROOT);

	String tag() {
		return this.tag;
	}

}
