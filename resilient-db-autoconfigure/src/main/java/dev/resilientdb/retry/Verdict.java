package dev.resilientdb.retry;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseFailure;

/**
 * What follows from a failed attempt.
 *
 * @param decision whether the transaction may run again
 * @param outcome what became of the attempt's transactions
 * @param failure what the database reported, null when it reported nothing
 */
record Verdict(Decision decision, AttemptOutcome outcome, @Nullable DatabaseFailure failure) {

	/**
	 * Whether the transaction may run again.
	 */
	enum Decision {

		/**
		 * Safe to run again, and worth it.
		 */
		REPEAT,

		/**
		 * Not worth it, or not provably safe: the caller gets the exception.
		 */
		GIVE_BACK,

		/**
		 * The caller must be told that the outcome is unknown.
		 */
		TELL_DOUBT

	}

}
