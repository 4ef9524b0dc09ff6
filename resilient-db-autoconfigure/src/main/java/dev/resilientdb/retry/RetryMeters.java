package dev.resilientdb.retry;

import java.time.Duration;

import dev.resilientdb.failure.FailureKind;

/**
 * The meters of one method.
 */
interface RetryMeters {

	void call(CallOutcome outcome);

	void failedAttempt(FailureKind kind);

	void recovery(Duration duration);

	/**
	 * Without Micrometer nothing is metered.
	 */
	RetryMeters NONE = new RetryMeters() {

		@Override
		public void call(CallOutcome outcome) {
			// Nothing to meter
		}

		@Override
		public void failedAttempt(FailureKind kind) {
			// Nothing to meter
		}

		@Override
		public void recovery(Duration duration) {
			// Nothing to meter
		}

	};

}
