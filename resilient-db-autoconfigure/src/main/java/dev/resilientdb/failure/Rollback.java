package dev.resilientdb.failure;

/**
 * What the server has undone by the time it reports a failure.
 */
public enum Rollback {

	/**
	 * The whole transaction, or it can only be rolled back now.
	 */
	TRANSACTION,

	/**
	 * Only the failed statement: earlier statements of the transaction still stand until
	 * it is rolled back.
	 */
	STATEMENT,

	/**
	 * The session ended and its transaction with it, unless COMMIT was in progress.
	 */
	SESSION,

	/**
	 * The code alone does not tell.
	 */
	UNKNOWN

}
