package dev.resilientdb.retry;

/**
 * What is known of an attempt that failed.
 */
enum AttemptOutcome {

	/**
	 * Nobody told of a transaction.
	 */
	UNSEEN,

	/**
	 * Its transaction failed to begin, so that nothing happened.
	 */
	NOT_BEGUN,

	/**
	 * Everything was rolled back.
	 */
	ROLLED_BACK,

	/**
	 * Nobody knows whether one of its transactions committed.
	 */
	IN_DOUBT,

	/**
	 * Neither committed nor rolled back: cleaning up the connection may have committed
	 * what was done by then, which may be a part.
	 */
	LEFT_OPEN,

	/**
	 * Another transaction that the attempt started committed, or may have.
	 */
	PARTLY_COMMITTED,

	/**
	 * The attempt's own transaction committed; what failed came after.
	 */
	COMMITTED;

	/**
	 * Whether nobody knows what became of the transactions.
	 */
	boolean isDoubt() {
		return this == IN_DOUBT || this == LEFT_OPEN;
	}

}
