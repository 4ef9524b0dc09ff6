package dev.resilientdb.retry;

/**
 * A plain JDBC connection: COMMIT follows at once, nothing is kept between transactions.
 */
final class JdbcResource implements TransactionResource {

	@Override
	public void afterBegin(Attempt attempt) {
		// The transaction manager tells everything
	}

	@Override
	public void beforeCommit(Attempt attempt) {
		attempt.commitSent();
	}

	@Override
	public void beforeRetry() {
		// Nothing is kept
	}

}
