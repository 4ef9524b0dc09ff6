package dev.resilientdb.pool;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.FailureKind;

/**
 * What the database last answered outside the pool.
 *
 * @param outcome whether it answered
 * @param time when that was known
 * @param latency how long the answer took, or how long it has been missing
 * @param failure what the database reported, null when it answered or did not say
 */
public record ProbeAnswer(Outcome outcome, Instant time, Duration latency, @Nullable FailureKind failure) {

	static ProbeAnswer none(Instant time) {
		return new ProbeAnswer(Outcome.NOT_ASKED, time, Duration.ZERO, null);
	}

	/**
	 * Whether the database answered.
	 */
	public enum Outcome {

		/**
		 * Nobody has asked, or the first answer is not due yet.
		 */
		NOT_ASKED,

		/**
		 * It answered.
		 */
		ANSWERED,

		/**
		 * A connection was refused or broke.
		 */
		FAILED,

		/**
		 * No answer came in time.
		 */
		SILENT

	}

}
