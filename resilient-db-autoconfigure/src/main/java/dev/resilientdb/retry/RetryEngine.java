package dev.resilientdb.retry;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.transaction.IllegalTransactionStateException;

import dev.resilientdb.retry.ManagedTransactions.Visibility;
import dev.resilientdb.retry.RetryOperation.Repetition;

/**
 * Runs a call until it succeeds, fails for good, or runs out of attempts or time. Each
 * attempt is a new transaction.
 */
final class RetryEngine {

	private final AttemptRunner runner;

	private final AttemptJudge judge;

	private final RetryRules rules;

	private final SpringRetryLoop loop;

	private final RetryReporter reporter;

	RetryEngine(AttemptRunner runner, AttemptJudge judge, RetryRules rules, SpringRetryLoop loop,
			RetryReporter reporter) {
		this.runner = runner;
		this.judge = judge;
		this.rules = rules;
		this.loop = loop;
		this.reporter = reporter;
	}

	@Nullable Object execute(RetryOperation operation, RetriableCall call) throws Throwable {
		// Found before the transaction: a failure after COMMIT would look like its own
		MethodStatistics statistics = operation.statistics();
		ManagedTransactions transactions = operation.transactions();
		if (isInert(operation, transactions)) {
			statistics.call(CallOutcome.INERT);
			return call.passThrough();
		}
		long startNanos = System.nanoTime();
		Attempt attempt = new Attempt(transactions.resource(), null);
		Object result;
		try {
			result = this.runner.proceed(operation, attempt, call);
		}
		catch (Throwable ex) {
			return repeat(firstFailed(operation, attempt, ex, startNanos), call, ex);
		}
		statistics.call(CallOutcome.FIRST_ATTEMPT);
		return result;
	}

	/**
	 * Whether a call would run inside another transaction or retried call, so that it
	 * must not be repeated by itself.
	 */
	private boolean isInert(RetryOperation operation, ManagedTransactions transactions) {
		if (this.runner.isRunning()) {
			return true;
		}
		if (operation.alwaysNew() || !transactions.isActive()) {
			return transactions.visibility() == Visibility.OPAQUE;
		}
		if (this.rules.insideTransaction() == InsideTransaction.FAIL) {
			throw new IllegalTransactionStateException("Retried call " + operation.name()
					+ " runs inside another transaction and cannot be repeated on its own. Retry the outermost"
					+ " transaction, or set resilient-db.retry.inside-transaction=pass-through.");
		}
		return true;
	}

	private RetryCall firstFailed(RetryOperation operation, Attempt attempt, Throwable thrown, long startNanos) {
		RetryCall state = new RetryCall(operation, this.rules, startNanos);
		failed(state, attempt, thrown);
		return state;
	}

	private @Nullable Object repeat(RetryCall state, RetriableCall call, Throwable first) throws Throwable {
		if (!state.repeats()) {
			throw conclude(state, first);
		}
		Object result;
		try {
			result = this.loop.run(state, first, () -> attempt(state, call));
		}
		catch (BackOffInterruptedException ex) {
			Throwable last = last(state, first);
			suppress(last, ex);
			throw conclude(state, last);
		}
		catch (Throwable ex) {
			throw conclude(state, ex);
		}
		this.reporter.recovered(state);
		return result;
	}

	private @Nullable Object attempt(RetryCall state, RetriableCall call) throws Throwable {
		state.begins();
		this.reporter.retrying(state);
		TransactionResource resource = state.operation().transactions().resource();
		resource.beforeRetry();
		Attempt attempt = new Attempt(resource, state);
		try {
			return this.runner.proceed(state.operation(), attempt, call);
		}
		catch (Throwable ex) {
			failed(state, attempt, ex);
			throw ex;
		}
	}

	private void failed(RetryCall state, Attempt attempt, Throwable thrown) {
		state.failed(thrown, this.judge.judge(state.operation(), attempt, thrown));
		this.reporter.attemptFailed(state);
	}

	/**
	 * Reports a call that failed, and makes what its caller gets.
	 */
	private Throwable conclude(RetryCall state, Throwable last) {
		CallOutcome outcome = state.outcomeOfFailure();
		this.reporter.failed(state, outcome);
		Throwable thrown = (outcome == CallOutcome.AMBIGUOUS) ? new CommitOutcomeUnknownException(doubt(state), last)
				: last;
		for (Throwable failure : state.failures()) {
			if (failure != last) {
				suppress(thrown, failure);
			}
		}
		return thrown;
	}

	private static String doubt(RetryCall state) {
		RetryOperation operation = state.operation();
		String doubt = "COMMIT of " + operation.name()
				+ " got no answer that settles it: nobody knows whether its transaction took effect";
		boolean idempotent = operation.declaration().repetition() == Repetition.IDEMPOTENT;
		return doubt + (idempotent ? ", and none of " + state.attempts() + " attempts succeeded. Check the data."
				: ", so it was not run again. Check the data, or declare the call idempotent if running it twice does"
						+ " no harm.");
	}

	private static Throwable last(RetryCall state, Throwable first) {
		List<Throwable> failures = state.failures();
		return failures.isEmpty() ? first : failures.get(failures.size() - 1);
	}

	// An application may throw one prepared exception again and again
	private static void suppress(Throwable thrown, Throwable earlier) {
		if (thrown != earlier) {
			thrown.addSuppressed(earlier);
		}
	}

}
