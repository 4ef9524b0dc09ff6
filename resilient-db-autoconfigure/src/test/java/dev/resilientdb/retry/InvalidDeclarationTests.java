package dev.resilientdb.retry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Annotations that cannot be obeyed keep the application from starting.
 */
class InvalidDeclarationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Test
	void refusesTextThatIsNoDuration() {
		assertThat(description(NoDuration.class)).contains("NoDuration.run").contains("delay 'soon' is no duration");
	}

	@Test
	void refusesUnknownPlaceholder() {
		assertThat(description(UnknownPlaceholder.class)).contains("UnknownPlaceholder.run")
			.contains("deadline '${app.missing}'");
	}

	@Test
	void refusesNegativeAttempts() {
		assertThat(description(NegativeAttempts.class)).contains("NegativeAttempts.run")
			.contains("maxAttempts must be between 1 and 1000")
			.contains("-1");
	}

	@Test
	void refusesDelayBeyondLongestOne() {
		assertThat(description(DelayBeyondLongest.class)).contains("DelayBeyondLongest.run")
			.contains("delay '2s' must not be longer than maxDelay '1s'");
	}

	@Test
	void refusesDelayThatNobodyWaitsFor() {
		assertThat(description(Eternal.class)).contains("Eternal.run")
			.contains("delay '200000d' must not be longer than 1h");
	}

	@Test
	void refusesDeadlineOfZero() {
		assertThat(description(NoTime.class)).contains("NoTime.run").contains("deadline must be positive");
	}

	@Test
	void refusesDeclarationOfLazyBean() {
		assertThat(description(LazyNoDuration.class)).contains("LazyNoDuration.run")
			.contains("delay 'soon' is no duration");
	}

	@Test
	void refusesDeclarationOfInterfaceOfLazyRepository() {
		assertThat(description(LazyRepositories.class)).contains("deadline '${app.missing}'");
	}

	@Test
	void tellsWhatToCorrect() {
		assertThat(analysis(NoTime.class).getAction()).contains("NoTime.run").contains("resilient-db.retry");
	}

	private static String description(Class<?> type) {
		return analysis(type).getDescription();
	}

	private static FailureAnalysis analysis(Class<?> type) {
		Throwable thrown = catchThrowable(() -> TestApplication.on(database).withoutJpa().with(type).start());
		return new InvalidDeadlockRetryFailureAnalyzer().analyze(thrown);
	}

	static class NoDuration {

		@Transactional
		@DeadlockRetry(delay = "soon")
		public void run() {
			// Never called
		}

	}

	@Lazy
	static class LazyNoDuration extends NoDuration {

	}

	@Configuration(proxyBeanMethods = false)
	static class LazyRepositories {

		@Bean
		@Lazy
		Repository repository() {
			throw new IllegalStateException("Not created at start");
		}

	}

	interface Repository {

		@Transactional
		@DeadlockRetry(deadline = "${app.missing}")
		void run();

	}

	static class UnknownPlaceholder {

		@Transactional
		@DeadlockRetry(deadline = "${app.missing}")
		public void run() {
			// Never called
		}

	}

	static class NegativeAttempts {

		@Transactional
		@DeadlockRetry(maxAttempts = -1)
		public void run() {
			// Never called
		}

	}

	static class DelayBeyondLongest {

		@Transactional
		@DeadlockRetry(delay = "2s", maxDelay = "1s")
		public void run() {
			// Never called
		}

	}

	static class Eternal {

		@Transactional
		@DeadlockRetry(delay = "200000d")
		public void run() {
			// Never called
		}

	}

	static class NoTime {

		@Transactional
		@DeadlockRetry(deadline = "0s")
		public void run() {
			// Never called
		}

	}

}
