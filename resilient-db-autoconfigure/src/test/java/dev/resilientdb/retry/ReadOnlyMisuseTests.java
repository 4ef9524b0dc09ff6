package dev.resilientdb.retry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.failure.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Read-only transactions that ask to be repeated when they are refused a write.
 */
@Tag("scenario-26")
class ReadOnlyMisuseTests {

	@Test
	void refusesReadOnlyTransactionWithRetryOnReadOnly() {
		assertThat(MisuseApplication.refused(Contradictory.class))
			.contains("Contradictory.run asks for retries on READ_ONLY");
	}

	@Test
	void acceptsReadOnlyTransaction() {
		MisuseApplication.accepts(MisuseApplication.with(Reading.class));
	}

	@Test
	void acceptsRetryOnReadOnlyOfWritingTransaction() {
		MisuseApplication.accepts(MisuseApplication.with(Writing.class));
	}

	@Test
	void acceptsReadOnlyMethodOfClassThatAlsoWrites() {
		MisuseApplication.accepts(MisuseApplication.with(Mixed.class));
	}

	static class Contradictory {

		@Transactional(readOnly = true)
		@DeadlockRetry(alsoOn = FailureKind.READ_ONLY)
		public void run() {
			// Never called
		}

	}

	static class Reading {

		@Transactional(readOnly = true)
		@DeadlockRetry(alsoOn = { FailureKind.READ_ONLY, FailureKind.OPTIMISTIC_LOCK }, notOn = FailureKind.READ_ONLY)
		public void run() {
			// Never called
		}

	}

	static class Writing {

		@Transactional
		@DeadlockRetry(alsoOn = FailureKind.READ_ONLY)
		public void run() {
			// Never called
		}

	}

	@Transactional
	@DeadlockRetry(alsoOn = FailureKind.READ_ONLY)
	static class Mixed {

		public void write() {
			// Never called
		}

		@Transactional(readOnly = true)
		public void read() {
			// Never called
		}

	}

}
