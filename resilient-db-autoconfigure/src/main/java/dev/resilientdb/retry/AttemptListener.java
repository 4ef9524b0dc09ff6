package dev.resilientdb.retry;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the running attempt what its transaction manager does. Exceptions cannot be
 * trusted with this: a failing rollback replaces the failure of the commit.
 */
final class AttemptListener implements TransactionExecutionListener {

	private static final Logger logger = LoggerFactory.getLogger(AttemptListener.class);

	private final Attempts attempts;

	private final TransactionResource resource;

	private final BooleanSupplier unheard;

	/**
	 * Creates a listener.
	 * @param unheard whether there are managers that tell nobody of their transactions
	 */
	AttemptListener(Attempts attempts, TransactionResource resource, BooleanSupplier unheard) {
		this.attempts = attempts;
		this.resource = resource;
		this.unheard = unheard;
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
		Attempt attempt = attempt(transaction);
		if (attempt == null) {
			return;
		}
		if (beginFailure == null) {
			attempt.begun(transaction, this.resource);
			accompany(transaction, attempt);
		}
		else {
			attempt.beginFailed(this.resource);
			this.resource.lookBack(attempt);
		}
	}

	// Thrown from here, an exception would leave the transaction bound to its thread
	private void accompany(TransactionExecution transaction, Attempt attempt) {
		try {
			noticeUnheard(attempt);
			if (attempt.owns(transaction)) {
				this.resource.lookBack(attempt);
				this.resource.afterBegin(attempt);
				limit(attempt.remaining());
			}
		}
		catch (RuntimeException ex) {
			attempt.distrust();
			logger.warn("A transaction cannot be accompanied and is not repeated: {}", ex.getClass().getName());
			logger.debug("A transaction cannot be accompanied", ex);
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
		if (attempt == null || !attempt.owns(transaction)) {
			return;
		}
		if (rollbackFailure == null && !isRolledBack(attempt)) {
			attempt.rollbackFeigned();
		}
		else {
			attempt.rolledBack(rollbackFailure);
		}
	}

	// What cannot be asked is not believed; thrown from here, an exception would replace
	// the failure
	private boolean isRolledBack(Attempt attempt) {
		try {
			return this.resource.isRolledBack(attempt);
		}
		catch (RuntimeException ex) {
			logger.debug("Rollback cannot be confirmed", ex);
			return false;
		}
	}

	// Whoever begins a transaction inside this one suspends it. Whether a silent manager
	// stands between, nobody can tell
	private void noticeUnheard(Attempt attempt) {
		if (this.unheard.getAsBoolean() && TransactionSynchronizationManager.isSynchronizationActive()) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void suspend() {
					attempt.distrust();
				}
			});
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
