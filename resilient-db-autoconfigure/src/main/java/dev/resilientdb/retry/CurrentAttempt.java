package dev.resilientdb.retry;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseFailure;

/**
 * The attempt that runs in the current thread, for code that has to know whether it runs
 * again. A bean; safe for use by several threads, each of which sees its own attempt.
 */
public final class CurrentAttempt {

	private final Attempts attempts;

	CurrentAttempt(Attempts attempts) {
		this.attempts = attempts;
	}

	/**
	 * The number of the attempt: 1 for the first, 0 when no retried call runs in this
	 * thread.
	 */
	public int number() {
		Attempt attempt = this.attempts.current();
		return (attempt != null) ? attempt.number() : 0;
	}

	/**
	 * Whether the attempt is not the first.
	 */
	public boolean isRetry() {
		return number() > 1;
	}

	/**
	 * What the database reported to the attempt before this one, null when there was none
	 * or it reported nothing.
	 */
	public @Nullable DatabaseFailure previousFailure() {
		Attempt attempt = this.attempts.current();
		return (attempt != null) ? attempt.previousFailure() : null;
	}

}
