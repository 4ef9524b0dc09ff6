package dev.resilientdb.retry;

import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Runs single attempts: makes them known in their thread and observed.
 */
final class AttemptRunner {

	private final Attempts attempts;

	private final AttemptObserver observer;

	AttemptRunner(Attempts attempts, AttemptObserver observer) {
		this.attempts = attempts;
		this.observer = observer;
	}

	/**
	 * Whether an attempt runs in this thread.
	 */
	boolean isRunning() {
		return this.attempts.current() != null;
	}

	@Nullable Object proceed(RetryOperation operation, Attempt attempt, RetriableCall call) throws Throwable {
		AtomicReference<@Nullable Attempt> place = this.attempts.place();
		place.setPlain(attempt);
		try {
			return this.observer.observe(operation, attempt, call);
		}
		finally {
			place.setPlain(null);
		}
	}

}
