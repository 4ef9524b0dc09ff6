package dev.resilientdb.retry;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells the running attempt what its transaction manager does. Exceptions cannot be
 * trusted with this: a failing rollback replaces the failure of the commit.
 */
final class AttemptListener implements TransactionExecutionListener {

	private final Attempts attempts;

	private final TransactionResource resource;

	AttemptListener(Attempts attempts, TransactionResource resource) {
		this.attempts = attempts;
		this.resource = resource;
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
		Attempt attempt = attempt(transaction);
		if (attempt == null) {
			return;
		}
		if (beginFailure == null) {
			attempt.begun(transaction, this.resource);
			if (attempt.owns(transaction)) {
				this.resource.lookBack(attempt);
				this.resource.afterBegin(attempt);
				limit(attempt.remaining());
			}
		}
		else {
			attempt.beginFailed(this.resource);
			this.resource.lookBack(attempt);
		}
	}

	@Override
	public void beforeCommit(TransactionExecution transaction) {
		Attempt attempt = attempt(transaction);
		if (attempt == null) {
			return;
		}
		if (attempt.owns(transaction)) {
			this.resource.beforeCommit(attempt);
		}
		else {
			attempt.otherCommitSent(transaction);
		}
	}

	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable commitFailure) {
		Attempt attempt = attempt(transaction);
		if (attempt == null || commitFailure != null) {
			return;
		}
		if (attempt.owns(transaction)) {
			attempt.committed();
		}
		else {
			attempt.otherCommitted(transaction);
		}
	}

	@Override
	public void beforeRollback(TransactionExecution transaction) {
		Attempt attempt = attempt(transaction);
		if (attempt != null && attempt.owns(transaction)) {
			attempt.rollbackSent();
		}
	}

	@Override
	public void afterRollback(TransactionExecution transaction, @Nullable Throwable rollbackFailure) {
		Attempt attempt = attempt(transaction);
		if (attempt != null && attempt.owns(transaction)) {
			attempt.rolledBack(rollbackFailure);
		}
	}

	private void limit(@Nullable Duration remaining) {
		if (remaining != null) {
			this.resource.limit(remaining);
		}
	}

	// Savepoints come here too; they commit nothing
	private @Nullable Attempt attempt(TransactionExecution transaction) {
		return transaction.isNewTransaction() ? this.attempts.current() : null;
	}

}
