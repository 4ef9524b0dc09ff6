package dev.resilientdb.retry;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A plain JDBC connection: COMMIT follows at once, nothing is kept between transactions.
 */
final class JdbcResource implements TransactionResource {

	private final @Nullable Object dataSource;

	/**
	 * Creates a resource.
	 * @param dataSource what the connection is bound to the thread by, null when unknown
	 */
	JdbcResource(@Nullable Object dataSource) {
		this.dataSource = dataSource;
	}

	@Override
	public void lookBack(Attempt attempt) {
		// Nothing is kept
	}

	@Override
	public void afterBegin(Attempt attempt) {
		// The transaction manager tells everything
	}

	@Override
	public void limit(Duration remaining) {
		if (this.dataSource != null) {
			TransactionTimeout.limit(this.dataSource, remaining);
		}
	}

	@Override
	public void beforeCommit(Attempt attempt) {
		attempt.commitSent();
	}

	@Override
	public boolean isRolledBack(Attempt attempt) {
		return true;
	}

	@Override
	public void beforeRetry() {
		// Nothing is kept
	}

}
