package dev.resilientdb.retry;

/**
 * Which attempts are observed: shown as spans in traces and timed.
 */
enum RetryObservations {

	/**
	 * None.
	 */
	OFF,

	/**
	 * Those after the first.
	 */
	RETRIES,

	/**
	 * Also the first attempt of each call.
	 */
	ATTEMPTS

}
