package dev.resilientdb.retry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.UnexpectedRollbackException;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureReporter;
import dev.resilientdb.retry.Attempt.Outcome;
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
		DatabaseFailure failure = classify(thrown, attempt.insideFailure());
		if (failure != null) {
			operation.statistics().failedAttempt(failure.kind());
			this.reporter.report(operation.transactions().dataSource(), operation.name(), failure);
		}
		Outcome outcome = attempt.outcome(failure);
		Decision decision = decide(operation, outcome, failure);
		logger.debug("Attempt of {} failed with {}, transaction {}: {}", operation.name(), failure, outcome, decision);
		return new Verdict(decision, outcome, failure);
	}

	/**
	 * Reports a failure of a call that is never repeated.
	 */
	void observe(String name, String dataSource, Throwable thrown) {
		DatabaseFailure failure = this.classifier.classify(thrown);
		if (failure != null) {
			this.reporter.report(dataSource, name, failure);
		}
	}

	// A rollback that nobody expected names no cause
	private @Nullable DatabaseFailure classify(Throwable thrown, @Nullable Throwable inside) {
		DatabaseFailure failure = this.classifier.classify(thrown);
		if (failure == null && inside != null && thrown instanceof UnexpectedRollbackException) {
			return this.classifier.classify(inside);
		}
		return failure;
	}

	private Decision decide(RetryOperation operation, Outcome outcome, @Nullable DatabaseFailure failure) {
		boolean idempotent = operation.declaration().repetition() == Repetition.IDEMPOTENT;
		boolean retried = failure != null && this.rules.retries(failure, operation.declaration());
		return switch (outcome) {
			case NOT_BEGUN, ROLLED_BACK -> retried ? Decision.REPEAT : Decision.GIVE_BACK;
			case PARTLY_COMMITTED, ROLLBACK_FAILED -> (retried && idempotent) ? Decision.REPEAT : Decision.GIVE_BACK;
			case IN_DOUBT -> (failure != null && idempotent) ? Decision.REPEAT : Decision.TELL_DOUBT;
			case COMMITTED -> Decision.GIVE_BACK;
		};
	}

}
