package dev.resilientdb.retry;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureReporter;
import dev.resilientdb.failure.Refusal;
import dev.resilientdb.retry.RetryOperation.Repetition;
import dev.resilientdb.retry.Verdict.Decision;

/**
 * Decides what follows from a failed attempt. What became of its transactions comes
 * first, what the exception says second.
 */
final class AttemptJudge {

	private static final Logger logger = LoggerFactory.getLogger(AttemptJudge.class);

	private final FailureClassifier classifier;

	private final FailureReporter reporter;

	private final RetryRules rules;

	AttemptJudge(FailureClassifier classifier, FailureReporter reporter, RetryRules rules) {
		this.classifier = classifier;
		this.reporter = reporter;
		this.rules = rules;
	}

	Verdict judge(RetryOperation operation, Attempt attempt, Throwable thrown) {
		DatabaseFailure failure = failure(attempt, thrown);
		if (failure != null) {
			operation.statistics().failedAttempt(failure.kind());
			this.reporter.report(operation.transactions().dataSource(), operation.name(), failure);
		}
		AttemptOutcome outcome = outcome(attempt, failure, thrown);
		Decision decision = leavesDoubt(thrown) ? Decision.GIVE_BACK : decide(operation, outcome, failure);
		if (decision == Decision.REPEAT && losesEntities(operation, attempt)) {
			decision = (outcome == AttemptOutcome.IN_DOUBT) ? Decision.TELL_DOUBT : Decision.GIVE_BACK;
		}
		logger.debug("Attempt of {} failed with {}, transaction {}: {}", operation.name(), failure, outcome, decision);
		return new Verdict(decision, outcome, failure);
	}

	/**
	 * Reports a failure of a call that is never repeated.
	 */
	void observe(AdvisedMethod method, Throwable thrown) {
		DatabaseFailure failure = classify(thrown);
		if (failure != null) {
			this.reporter.report(method.dataSource(), method.name(), failure);
		}
	}

	private @Nullable DatabaseFailure failure(Attempt attempt, Throwable thrown) {
		// Spring hides the failed COMMIT behind what the method threw before: that
		// decides nothing
		if (attempt.isCommitSent() && thrown instanceof TransactionSystemException) {
			return itself(thrown);
		}
		DatabaseFailure failure = classify(thrown);
		Throwable inside = attempt.insideFailure();
		boolean silent = failure == null && inside != null && thrown instanceof UnexpectedRollbackException;
		return (silent && attempt.isRollbackSent()) ? classify(Objects.requireNonNull(inside)) : failure;
	}

	/**
	 * What became of the transactions. Spring may tell of a rollback that it did not do:
	 * it takes an unexpected one, which a callback before the commit met elsewhere, for
	 * its own.
	 */
	private AttemptOutcome outcome(Attempt attempt, @Nullable DatabaseFailure failure, Throwable thrown) {
		Throwable ofRollback = attempt.hasOnlyFeignedRollback() ? HibernateTransaction.rollbackFailure(thrown)
				: attempt.rollbackFailure();
		AttemptOutcome outcome = attempt.outcome(failure, (ofRollback != null) ? itself(ofRollback) : null);
		boolean feigned = outcome == AttemptOutcome.ROLLED_BACK && thrown instanceof UnexpectedRollbackException
				&& !attempt.isRollbackSent();
		return feigned ? AttemptOutcome.LEFT_OPEN : outcome;
	}

	/**
	 * Classifies a failed commit or rollback without what the application threw before.
	 */
	private @Nullable DatabaseFailure itself(Throwable thrown) {
		Throwable own = (thrown instanceof TransactionSystemException) ? thrown.getCause() : thrown;
		return (own != null) ? classify(own) : null;
	}

	// The application may have replaced the classifier; the caller must get its exception
	private @Nullable DatabaseFailure classify(Throwable thrown) {
		try {
			return isRefusal(thrown) ? null : this.classifier.classify(thrown);
		}
		catch (Throwable ex) {
			logger.warn("Failure classifier {} failed with {}", this.classifier.getClass().getName(),
					ex.getClass().getName());
			logger.debug("Failure classifier failed", ex);
			return null;
		}
	}

	// Whatever an application's own classifier takes it for
	private static boolean isRefusal(Throwable thrown) {
		return CauseChain.of(thrown).anyMatch(Refusal.class::isInstance);
	}

	// A call within this one, perhaps in another thread, may have committed
	private static boolean leavesDoubt(Throwable thrown) {
		return CauseChain.of(thrown).anyMatch(CommitOutcomeUnknownException.class::isInstance);
	}

	private boolean losesEntities(RetryOperation operation, Attempt attempt) {
		boolean loses = attempt.hasFoundEntities() && this.rules.loadedEntities() == LoadedEntities.KEEP;
		if (loses) {
			logger.warn("{} was not repeated: the persistence context of its thread held entities before the call,"
					+ " and the rollback has detached them, so that changes to them would be lost. Load entities"
					+ " inside the call, or set resilient-db.retry.loaded-entities=detach if it works on no others.",
					operation.name());
		}
		return loses;
	}

	private Decision decide(RetryOperation operation, AttemptOutcome outcome, @Nullable DatabaseFailure failure) {
		boolean idempotent = operation.declaration().repetition() == Repetition.IDEMPOTENT;
		boolean retried = failure != null && this.rules.retries(failure, operation.declaration());
		return switch (outcome) {
			case NOT_BEGUN, ROLLED_BACK -> retried ? Decision.REPEAT : Decision.GIVE_BACK;
			case PARTLY_COMMITTED -> (retried && idempotent) ? Decision.REPEAT : Decision.GIVE_BACK;
			case IN_DOUBT -> (failure != null && idempotent) ? Decision.REPEAT : Decision.TELL_DOUBT;
			// Even an idempotent call could take the part that stayed for the whole
			case LEFT_OPEN -> Decision.TELL_DOUBT;
			case COMMITTED, UNSEEN -> Decision.GIVE_BACK;
		};
	}

}
