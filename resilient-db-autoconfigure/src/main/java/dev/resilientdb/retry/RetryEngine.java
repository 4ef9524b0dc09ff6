package dev.resilientdb.retry;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.transaction.IllegalTransactionStateException;

import dev.resilientdb.retry.ManagedTransactions.Visibility;
import dev.resilientdb.retry.RetryOperation.Repetition;
import dev.resilientdb.retry.Verdict.Decision;

/**
 * Runs a call until it succeeds, fails for good, or runs out of attempts or time. Each
 * attempt is a new transaction.
 */
final class RetryEngine {

	private static final Logger logger = LoggerFactory.getLogger(RetryEngine.class);

	private final Attempts attempts;

	private final AttemptJudge judge;

	private final RetryRules rules;

	private final RetrySettings settings;

	private final SpringRetryLoop loop;

	RetryEngine(Attempts attempts, AttemptJudge judge, RetryRules rules, RetrySettings settings, SpringRetryLoop loop) {
		this.attempts = attempts;
		this.judge = judge;
		this.rules = rules;
		this.settings = settings;
		this.loop = loop;
	}

	/**
	 * Whether a call would run inside another transaction or retried call, so that it
	 * must not be repeated by itself.
	 */
	boolean isInert(RetryOperation operation) {
		if (this.attempts.current() != null) {
			return true;
		}
		if (operation.alwaysNew() || !operation.transactions().isActive()) {
			return operation.transactions().visibility() == Visibility.OPAQUE;
		}
		if (this.settings.current().insideTransaction() == InsideTransaction.FAIL) {
			throw new IllegalTransactionStateException("Retried call " + operation.name()
					+ " runs inside another transaction and cannot be repeated on its own. Retry the outermost"
					+ " transaction, or set resilient-db.retry.inside-transaction=pass-through.");
		}
		return true;
	}

	@Nullable Object execute(RetryOperation operation, TransactionalCall call) throws Throwable {
		// Found before the transaction: what fails after COMMIT would look like its
		// failure
		MethodStatistics statistics = operation.statistics();
		long startNanos = System.nanoTime();
		Attempt attempt = this.attempts.begin(operation.transactions().resource());
		Object result;
		try {
			result = call.proceed();
		}
		catch (Throwable ex) {
			this.attempts.end();
			return repeat(operation, call, failedFirst(operation, attempt, ex, startNanos), ex);
		}
		this.attempts.end();
		statistics.call(CallOutcome.FIRST_ATTEMPT);
		return result;
	}

	private RetryCall failedFirst(RetryOperation operation, Attempt attempt, Throwable thrown, long startNanos) {
		RetryCall state = new RetryCall(operation, this.rules, startNanos);
		state.failed(thrown, this.judge.judge(operation, attempt, thrown));
		return state;
	}

	private @Nullable Object repeat(RetryOperation operation, TransactionalCall call, RetryCall state, Throwable first)
			throws Throwable {
		if (!state.repeats()) {
			throw conclude(operation, state, first);
		}
		Object result;
		try {
			result = this.loop.run(state, first, () -> attempt(operation, call, state));
		}
		catch (BackOffInterruptedException ex) {
			Throwable last = last(state, first);
			suppress(last, ex);
			throw conclude(operation, state, last);
		}
		catch (Throwable ex) {
			throw conclude(operation, state, ex);
		}
		recovered(operation, state);
		return result;
	}

	private @Nullable Object attempt(RetryOperation operation, TransactionalCall call, RetryCall state)
			throws Throwable {
		state.begins();
		TransactionResource resource = operation.transactions().resource();
		resource.beforeRetry();
		Attempt attempt = this.attempts.begin(resource);
		try {
			return call.proceed();
		}
		catch (Throwable ex) {
			state.failed(ex, this.judge.judge(operation, attempt, ex));
			throw ex;
		}
		finally {
			this.attempts.end();
		}
	}

	private void recovered(RetryOperation operation, RetryCall state) {
		operation.statistics().recovered(state.elapsed());
		logger.warn("{} recovered on attempt {} after {} in {} ms", operation.name(), state.attempts() + 1,
				failure(state), state.elapsed().toMillis());
	}

	/**
	 * Counts and logs a call that failed, and makes what its caller gets.
	 */
	private static Throwable conclude(RetryOperation operation, RetryCall state, Throwable last) {
		CallOutcome outcome = outcome(state);
		operation.statistics().call(outcome);
		Throwable thrown = last;
		switch (outcome) {
			case AMBIGUOUS -> thrown = new CommitOutcomeUnknownException(doubt(operation, state), last);
			case REJECTED -> logger.warn(
					"{} was not repeated after {} attempts: the retry budget of data source '{}' is used up: {}",
					operation.name(), state.attempts(), operation.transactions().dataSource(), failure(state));
			case EXHAUSTED -> logger.warn("{} failed after {} attempts in {} ms: {}", operation.name(),
					state.attempts(), state.elapsed().toMillis(), failure(state));
			default -> operation.statistics().failedFirst();
		}
		suppressEarlier(state.failures(), last, thrown);
		return thrown;
	}

	private static CallOutcome outcome(RetryCall state) {
		Verdict verdict = state.verdict();
		Decision decision = (verdict != null) ? verdict.decision() : Decision.GIVE_BACK;
		if (state.inDoubt()) {
			return CallOutcome.AMBIGUOUS;
		}
		if (state.rejected()) {
			return CallOutcome.REJECTED;
		}
		return (decision == Decision.REPEAT || state.attempts() > 1) ? CallOutcome.EXHAUSTED
				: CallOutcome.FIRST_ATTEMPT;
	}

	private static String doubt(RetryOperation operation, RetryCall state) {
		String doubt = "COMMIT of " + operation.name()
				+ " got no answer that settles it: nobody knows whether its transaction took effect";
		boolean idempotent = operation.declaration().repetition() == Repetition.IDEMPOTENT;
		return doubt + (idempotent ? ", and none of " + state.attempts() + " attempts succeeded. Check the data."
				: ", so it was not run again. Check the data, or declare the call idempotent if running it twice does"
						+ " no harm.");
	}

	private static Object failure(RetryCall state) {
		Verdict verdict = state.verdict();
		return (verdict != null && verdict.failure() != null) ? verdict.failure() : "a failure of the application";
	}

	private static Throwable last(RetryCall state, Throwable first) {
		List<Throwable> failures = state.failures();
		return failures.isEmpty() ? first : failures.get(failures.size() - 1);
	}

	private static void suppressEarlier(List<Throwable> failures, Throwable last, Throwable thrown) {
		for (Throwable failure : failures) {
			if (failure != last) {
				suppress(thrown, failure);
			}
		}
	}

	// An application may throw one prepared exception again and again
	private static void suppress(Throwable thrown, Throwable earlier) {
		if (thrown != earlier) {
			thrown.addSuppressed(earlier);
		}
	}

}
