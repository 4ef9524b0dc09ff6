package dev.resilientdb.retry;

/**
 * What a retried method does when it is called inside a running transaction.
 */
enum InsideTransaction {

	/**
	 * Runs once: the outermost transaction is the one to repeat.
	 */
	PASS_THROUGH,

	/**
	 * Refuses the call.
	 */
	FAIL

}
