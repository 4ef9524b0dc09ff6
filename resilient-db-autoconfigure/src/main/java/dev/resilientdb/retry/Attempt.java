package dev.resilientdb.retry;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionExecution;

import dev.resilientdb.failure.FailureKind;

/**
 * What became of the transactions of one attempt. The first transaction that begins is
 * the attempt's own; others are those it starts besides ({@code REQUIRES_NEW}, other
 * transaction managers). Confined to the thread of the attempt.
 */
final class Attempt {

	/**
	 * Answers after which the transaction is gone on the server, even as answers to
	 * COMMIT.
	 */
	private static final Set<FailureKind> REFUSALS = EnumSet.of(FailureKind.DEADLOCK, FailureKind.SERIALIZATION_FAILURE,
			FailureKind.UNIQUE_VIOLATION, FailureKind.FOREIGN_KEY_VIOLATION, FailureKind.NOT_NULL_VIOLATION,
			FailureKind.CHECK_VIOLATION, FailureKind.EXCLUSION_VIOLATION);

	/**
	 * Answers to COMMIT that leave the transaction open: undone once it is rolled back.
	 */
	private static final Set<FailureKind> POSTPONEMENTS = EnumSet.of(FailureKind.LOCK_TIMEOUT,
			FailureKind.OPTIMISTIC_LOCK);

	/**
	 * The session is gone, so that a rollback could not succeed and was not needed.
	 */
	private static final Set<FailureKind> SESSION_ENDS = EnumSet.of(FailureKind.CONNECTION_LOST,
			FailureKind.SERVER_SHUTDOWN, FailureKind.FAILED_OVER);

	private @Nullable TransactionExecution own;

	private boolean commitSent;

	private @Nullable RollbackResult rollback;

	private boolean committed;

	private boolean otherCommitSent;

	private @Nullable Throwable insideFailure;

	/**
	 * Notes a failure inside the attempt's transaction, which the application may swallow
	 * and which then shows as nothing but a rollback that nobody expected.
	 */
	void failedInside(Throwable failure) {
		if (this.insideFailure == null) {
			this.insideFailure = failure;
		}
	}

	@Nullable Throwable insideFailure() {
		return this.insideFailure;
	}

	void begun(TransactionExecution transaction) {
		if (this.own == null) {
			this.own = transaction;
		}
	}

	boolean owns(TransactionExecution transaction) {
		return this.own == transaction;
	}

	void commitSent() {
		this.commitSent = true;
	}

	void otherCommitSent() {
		this.otherCommitSent = true;
	}

	void committed() {
		this.committed = true;
	}

	void rolledBack(RollbackResult result) {
		this.rollback = result;
	}

	/**
	 * What is known when the attempt has ended with an exception.
	 * @param kind what the database reported, null when it reported nothing
	 */
	Outcome outcome(@Nullable FailureKind kind) {
		if (this.committed) {
			return Outcome.COMMITTED;
		}
		if (this.otherCommitSent) {
			return Outcome.PARTLY_COMMITTED;
		}
		if (this.own == null) {
			return Outcome.NOT_BEGUN;
		}
		if (isUndone(kind)) {
			return Outcome.ROLLED_BACK;
		}
		return this.commitSent ? Outcome.IN_DOUBT : Outcome.ROLLBACK_FAILED;
	}

	private boolean isUndone(@Nullable FailureKind kind) {
		if (kind != null && REFUSALS.contains(kind)) {
			return true;
		}
		if (this.commitSent) {
			return this.rollback == RollbackResult.DONE && kind != null && POSTPONEMENTS.contains(kind);
		}
		return this.rollback == RollbackResult.DONE || (kind != null && SESSION_ENDS.contains(kind));
	}

	/**
	 * How a rollback ended.
	 */
	enum RollbackResult {

		DONE, FAILED

	}

	/**
	 * What is known of an attempt that failed.
	 */
	enum Outcome {

		/**
		 * No transaction began, so that nothing happened.
		 */
		NOT_BEGUN,

		/**
		 * Everything was rolled back.
		 */
		ROLLED_BACK,

		/**
		 * COMMIT was never sent, but the rollback failed and the connection may live.
		 */
		ROLLBACK_FAILED,

		/**
		 * COMMIT was sent, and nobody knows whether the server carried it out.
		 */
		IN_DOUBT,

		/**
		 * Another transaction that the attempt started committed, or may have.
		 */
		PARTLY_COMMITTED,

		/**
		 * The attempt's own transaction committed; what failed came after.
		 */
		COMMITTED

	}

}
