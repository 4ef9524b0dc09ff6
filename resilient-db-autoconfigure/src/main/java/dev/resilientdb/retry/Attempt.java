package dev.resilientdb.retry;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionExecution;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.Rollback;

/**
 * What became of the transactions of one attempt, as its transaction managers told it.
 * The attempt's own transaction is the first of the manager that the call belongs to;
 * others are those it starts besides ({@code REQUIRES_NEW}, other managers). Nothing is
 * taken for granted that nobody told. Confined to the thread of the attempt.
 */
final class Attempt {

	/**
	 * Answers to COMMIT with which the server refuses it.
	 */
	private static final Set<FailureKind> REFUSALS = EnumSet.of(FailureKind.DEADLOCK, FailureKind.SERIALIZATION_FAILURE,
			FailureKind.LOCK_TIMEOUT, FailureKind.OPTIMISTIC_LOCK, FailureKind.UNIQUE_VIOLATION,
			FailureKind.FOREIGN_KEY_VIOLATION, FailureKind.NOT_NULL_VIOLATION, FailureKind.CHECK_VIOLATION,
			FailureKind.EXCLUSION_VIOLATION, FailureKind.VALUE_TOO_LONG, FailureKind.VALUE_OUT_OF_RANGE,
			FailureKind.INVALID_VALUE, FailureKind.SYNTAX, FailureKind.MISSING_OBJECT, FailureKind.DUPLICATE_OBJECT,
			FailureKind.UNSUPPORTED, FailureKind.PERMISSION,
			// Only what a product's table lists without a kind, such as RAISE in a
			// deferred trigger
			FailureKind.UNKNOWN);

	private final TransactionResource resource;

	private final @Nullable RetryCall call;

	private @Nullable TransactionExecution own;

	private Phase phase = Phase.NONE;

	private boolean rollbackAnnounced;

	private @Nullable Throwable rollbackFailure;

	private boolean feigned;

	private @Nullable TransactionExecution otherCommitting;

	private boolean otherInDoubt;

	private boolean otherCommitted;

	private boolean distrusted;

	private @Nullable Throwable insideFailure;

	private boolean entitiesBefore;

	/**
	 * Creates an attempt of a call whose transactions work on the given resource.
	 * @param call what is known of the earlier attempts, null for the first one
	 */
	Attempt(TransactionResource resource, @Nullable RetryCall call) {
		this.resource = resource;
		this.call = call;
	}

	/**
	 * 1 for the first attempt of a call.
	 */
	int number() {
		return (this.call != null) ? this.call.attempts() + 1 : 1;
	}

	@Nullable DatabaseFailure previousFailure() {
		return (this.call != null) ? this.call.failure() : null;
	}

	/**
	 * Time until the call must be over, null for a first attempt, which nothing cuts
	 * short.
	 */
	@Nullable Duration remaining() {
		return (this.call != null) ? this.call.remaining() : null;
	}

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

	void begun(TransactionExecution transaction, TransactionResource ofManager) {
		if (this.own == null && ofManager == this.resource) {
			this.own = transaction;
			this.phase = Phase.OPEN;
		}
	}

	void beginFailed(TransactionResource ofManager) {
		if (this.own == null && ofManager == this.resource) {
			this.phase = Phase.BEGIN_FAILED;
		}
	}

	/**
	 * Not everything about the attempt will be seen: it must not be repeated.
	 */
	void distrust() {
		this.distrusted = true;
	}

	/**
	 * The persistence context of the transaction held entities before the call.
	 */
	void foundEntities() {
		this.entitiesBefore = true;
	}

	boolean hasFoundEntities() {
		return this.entitiesBefore;
	}

	boolean owns(TransactionExecution transaction) {
		return this.own == transaction;
	}

	/**
	 * COMMIT of the own transaction may be on its way from now on.
	 */
	void commitSent() {
		this.phase = Phase.COMMIT_SENT;
	}

	boolean isCommitSent() {
		return switch (this.phase) {
			case COMMIT_SENT, ROLLED_BACK_AFTER_COMMIT, COMMITTED -> true;
			default -> false;
		};
	}

	void committed() {
		this.phase = Phase.COMMITTED;
	}

	/**
	 * Somebody really rolls back the own transaction, or did.
	 */
	void rollbackSent() {
		this.rollbackAnnounced = true;
	}

	boolean isRollbackSent() {
		return this.rollbackAnnounced;
	}

	void rolledBack(@Nullable Throwable rollbackFailure) {
		if (this.phase == Phase.OPEN) {
			this.phase = (rollbackFailure == null) ? Phase.ROLLED_BACK : Phase.ROLLBACK_FAILED;
			this.rollbackFailure = rollbackFailure;
		}
		else if (this.phase == Phase.COMMIT_SENT && rollbackFailure == null) {
			this.phase = Phase.ROLLED_BACK_AFTER_COMMIT;
		}
	}

	/**
	 * Spring tells of a rollback of the own transaction that did not take place.
	 */
	void rollbackFeigned() {
		this.feigned = true;
		if (this.phase == Phase.OPEN) {
			this.phase = Phase.ROLLBACK_FAILED;
		}
	}

	boolean hasOnlyFeignedRollback() {
		return this.feigned;
	}

	/**
	 * Why the rollback of the own transaction failed, null when it did not.
	 */
	@Nullable Throwable rollbackFailure() {
		return this.rollbackFailure;
	}

	void otherCommitSent(TransactionExecution transaction) {
		this.otherInDoubt |= this.otherCommitting != null && this.otherCommitting != transaction;
		this.otherCommitting = transaction;
	}

	void otherCommitted(TransactionExecution transaction) {
		this.otherCommitted = true;
		if (this.otherCommitting == transaction) {
			this.otherCommitting = null;
		}
	}

	/**
	 * What is known when the attempt has ended with an exception.
	 * @param failure what the database reported, null when it reported nothing
	 * @param ofRollback what it reported when the rollback failed, null when it did not
	 */
	AttemptOutcome outcome(@Nullable DatabaseFailure failure, @Nullable DatabaseFailure ofRollback) {
		AttemptOutcome ofOwn = outcomeOfOwn(failure, ofRollback);
		if (ofOwn == AttemptOutcome.COMMITTED || ofOwn.isDoubt()) {
			return ofOwn;
		}
		if (this.otherCommitting != null || this.otherInDoubt) {
			return isRefusal(failure) ? AttemptOutcome.PARTLY_COMMITTED : AttemptOutcome.IN_DOUBT;
		}
		return (this.otherCommitted || this.distrusted) ? AttemptOutcome.PARTLY_COMMITTED : ofOwn;
	}

	private AttemptOutcome outcomeOfOwn(@Nullable DatabaseFailure failure, @Nullable DatabaseFailure ofRollback) {
		return switch (this.phase) {
			case NONE -> AttemptOutcome.UNSEEN;
			case BEGIN_FAILED -> AttemptOutcome.NOT_BEGUN;
			case ROLLED_BACK -> AttemptOutcome.ROLLED_BACK;
			// The failure before may be of a savepoint or another transaction: only the
			// end of this session undid everything
			case ROLLBACK_FAILED ->
				(rollback(ofRollback) == Rollback.SESSION) ? AttemptOutcome.ROLLED_BACK : AttemptOutcome.LEFT_OPEN;
			case OPEN -> AttemptOutcome.LEFT_OPEN;
			case COMMIT_SENT -> undoneIf(isRefusal(failure) && rollback(failure) == Rollback.TRANSACTION);
			case ROLLED_BACK_AFTER_COMMIT -> undoneIf(isRefusal(failure));
			case COMMITTED -> AttemptOutcome.COMMITTED;
		};
	}

	private static AttemptOutcome undoneIf(boolean undone) {
		return undone ? AttemptOutcome.ROLLED_BACK : AttemptOutcome.IN_DOUBT;
	}

	private static boolean isRefusal(@Nullable DatabaseFailure failure) {
		return failure != null && REFUSALS.contains(failure.kind())
				&& (failure.rollback() == Rollback.TRANSACTION || failure.rollback() == Rollback.STATEMENT);
	}

	private static Rollback rollback(@Nullable DatabaseFailure failure) {
		return (failure != null) ? failure.rollback() : Rollback.UNKNOWN;
	}

	private enum Phase {

		NONE, BEGIN_FAILED, OPEN, ROLLED_BACK, ROLLBACK_FAILED, COMMIT_SENT, ROLLED_BACK_AFTER_COMMIT, COMMITTED

	}

}
