package dev.resilientdb.retry;

/**
 * What a transaction manager works on, as far as retries care.
 */
interface TransactionResource {

	/**
	 * Called when the transaction manager is about to commit: has
	 * {@link Attempt#commitSent()} called no later than COMMIT goes to the server.
	 */
	void beforeCommit(Attempt attempt);

	/**
	 * Called before another attempt begins: leaves nothing of the failed one behind.
	 */
	void beforeRetry();

	/**
	 * A plain JDBC connection: COMMIT follows at once, nothing is kept.
	 */
	TransactionResource JDBC = new TransactionResource() {

		@Override
		public void beforeCommit(Attempt attempt) {
			attempt.commitSent();
		}

		@Override
		public void beforeRetry() {
			// Nothing is kept between transactions
		}

	};

}
