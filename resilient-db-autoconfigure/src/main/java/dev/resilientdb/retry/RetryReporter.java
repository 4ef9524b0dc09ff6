package dev.resilientdb.retry;

import java.util.List;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.retry.TransactionRetryEvent.Step;

/**
 * Counts, logs and tells what becomes of calls whose first attempt failed.
 */
final class RetryReporter {

	private static final Logger logger = LoggerFactory.getLogger(RetryReporter.class);

	private final RetryListeners listeners;

	RetryReporter(Supplier<List<TransactionRetryListener>> listeners) {
		this.listeners = new RetryListeners(listeners);
	}

	void attemptFailed(RetryCall call) {
		if (call.failure() != null) {
			this.listeners.tell(Step.ATTEMPT_FAILED, call, call.attempts());
		}
	}

	void retrying(RetryCall call) {
		this.listeners.tell(Step.RETRYING, call, call.attempts() + 1);
	}

	void recovered(RetryCall call) {
		RetryOperation operation = call.operation();
		operation.statistics().recovered(call.elapsed());
		logger.warn("{} recovered on attempt {} after {} in {} ms", operation.name(), call.attempts() + 1,
				describe(call), call.elapsed().toMillis());
		this.listeners.tell(Step.RECOVERED, call, call.attempts() + 1);
	}

	void failed(RetryCall call, CallOutcome outcome) {
		RetryOperation operation = call.operation();
		operation.statistics().call(outcome);
		switch (outcome) {
			case AMBIGUOUS -> this.listeners.tell(Step.AMBIGUOUS, call, call.attempts());
			case REJECTED -> rejected(call);
			case EXHAUSTED -> exhausted(call);
			default -> operation.statistics().failedFirst();
		}
	}

	private void rejected(RetryCall call) {
		logger.warn("{} was not repeated after {} attempts: the retry budget of data source '{}' is used up: {}",
				call.operation().name(), call.attempts(), call.operation().transactions().dataSource(), describe(call));
		this.listeners.tell(Step.REJECTED, call, call.attempts());
	}

	private void exhausted(RetryCall call) {
		logger.warn("{} failed after {} attempts in {} ms: {}", call.operation().name(), call.attempts(),
				call.elapsed().toMillis(), describe(call));
		this.listeners.tell(Step.EXHAUSTED, call, call.attempts());
	}

	private static Object describe(RetryCall call) {
		DatabaseFailure failure = call.failure();
		return (failure != null) ? failure : "a failure of the application";
	}

}
