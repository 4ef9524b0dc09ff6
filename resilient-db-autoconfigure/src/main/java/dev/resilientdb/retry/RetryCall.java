package dev.resilientdb.retry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.RetryContext;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.context.RetryContextSupport;
import org.springframework.retry.support.RetrySynchronizationManager;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.retry.RetryOperation.Declaration;
import dev.resilientdb.retry.Verdict.Decision;

/**
 * The state of one call after its first attempt failed. Confined to the calling thread.
 */
final class RetryCall extends RetryContextSupport implements RetryContext, BackOffContext {

	private static final long serialVersionUID = 1L;

	private static final int REMEMBERED_FAILURES = 10;

	private static final int LARGEST_SHIFT = 20;

	private final transient RetryOperation operation;

	private final transient RetryRules rules;

	private final long startNanos;

	private final transient List<Throwable> failures = new ArrayList<>();

	private transient @Nullable Verdict verdict;

	private int attempts;

	private int losses;

	private Duration pause = Duration.ZERO;

	private boolean repeats;

	// Another attempt would have followed, had the budget allowed it
	private boolean rejected;

	// One of the attempts may have committed: that a later one was rolled back changes
	// nothing about it
	private boolean inDoubt;

	RetryCall(RetryOperation operation, RetryRules rules, long startNanos) {
		super(RetrySynchronizationManager.getContext());
		this.operation = operation;
		this.rules = rules;
		this.startNanos = startNanos;
	}

	/**
	 * Uses up the permission for another attempt.
	 */
	void begins() {
		this.repeats = false;
	}

	/**
	 * Takes note of a failed attempt and decides whether, and how soon, another follows.
	 */
	void failed(Throwable thrown, Verdict verdict) {
		this.attempts++;
		this.verdict = verdict;
		this.inDoubt = verdict.outcome().isDoubt() || (this.inDoubt && verdict.outcome() != AttemptOutcome.COMMITTED);
		if (this.failures.size() == REMEMBERED_FAILURES) {
			this.failures.remove(0);
		}
		this.failures.add(thrown);
		DatabaseFailure failure = verdict.failure();
		this.repeats = verdict.decision() == Decision.REPEAT && failure != null && plan(failure);
	}

	private boolean plan(DatabaseFailure failure) {
		Declaration declaration = this.operation.declaration();
		boolean loss = this.rules.isLoss(failure.kind());
		this.losses += loss ? 1 : 0;
		if (this.attempts >= this.rules.maxAttempts(declaration) || (loss && this.losses >= this.rules.maxLosses())) {
			return false;
		}
		int alike = loss ? this.losses : this.attempts - this.losses;
		long bound = bound(alike, this.rules.delay(failure.kind(), declaration),
				this.rules.maxDelay(failure.kind(), declaration));
		this.pause = Duration.ofNanos((bound > 0) ? ThreadLocalRandom.current().nextLong(bound) : 0);
		if (elapsed().plus(this.pause).compareTo(this.rules.deadline(declaration)) >= 0) {
			return false;
		}
		this.rejected = !this.rules.spend(failure.kind(), this.operation.transactions().dataSource());
		return !this.rejected;
	}

	private static long bound(int failures, Duration delay, Duration maxDelay) {
		long cap = maxDelay.toNanos();
		long base = Math.min(delay.toNanos(), cap);
		int shift = Math.min(failures - 1, LARGEST_SHIFT);
		return (base > (cap >> shift)) ? cap : base << shift;
	}

	boolean repeats() {
		return this.repeats;
	}

	Duration pause() {
		return this.pause;
	}

	int attempts() {
		return this.attempts;
	}

	/**
	 * What the last failed attempt met, null when the database reported nothing.
	 */
	@Nullable DatabaseFailure failure() {
		return (this.verdict != null) ? this.verdict.failure() : null;
	}

	RetryOperation operation() {
		return this.operation;
	}

	/**
	 * Time until the deadline of the whole call, at least zero.
	 */
	Duration remaining() {
		Duration remaining = this.rules.deadline(this.operation.declaration()).minus(elapsed());
		return remaining.isNegative() ? Duration.ZERO : remaining;
	}

	Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.startNanos);
	}

	/**
	 * How a call counts that ends with its last failure.
	 */
	CallOutcome outcomeOfFailure() {
		if (this.inDoubt) {
			return CallOutcome.AMBIGUOUS;
		}
		if (this.rejected) {
			return CallOutcome.REJECTED;
		}
		boolean retried = this.verdict != null && this.verdict.decision() == Decision.REPEAT;
		return (retried || this.attempts > 1) ? CallOutcome.EXHAUSTED : CallOutcome.FIRST_ATTEMPT;
	}

	/**
	 * The failures of the attempts, oldest first, the oldest ones left out when there are
	 * many.
	 */
	List<Throwable> failures() {
		return this.failures;
	}

}
