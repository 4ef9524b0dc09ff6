package dev.resilientdb.retry;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseFailure;

/**
 * A step of a call whose first attempt failed.
 *
 * @param step what happened
 * @param method the method or call, as {@code SimpleClassName.method} or as named
 * @param dataSource bean name of the data source, {@code "unknown"} when it cannot be
 * told
 * @param attempt number of the attempt that ended, or that begins; 1 for the first
 * @param failure what the database reported last, null when it reported nothing
 * @param elapsed time since the call began
 */
public record TransactionRetryEvent(Step step, String method, String dataSource, int attempt,
		@Nullable DatabaseFailure failure, Duration elapsed) {

	/**
	 * What happened to a call.
	 */
	public enum Step {

		/**
		 * An attempt ended with a failure of the database, whether or not another
		 * follows.
		 */
		ATTEMPT_FAILED,

		/**
		 * Another attempt begins now, after the wait.
		 */
		RETRYING,

		/**
		 * The call succeeded after at least one retry.
		 */
		RECOVERED,

		/**
		 * The call failed after its retries, or with none left.
		 */
		EXHAUSTED,

		/**
		 * The call failed because the retry budget was used up.
		 */
		REJECTED,

		/**
		 * The call failed with {@link CommitOutcomeUnknownException}.
		 */
		AMBIGUOUS

	}

}
