package dev.resilientdb.retry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;

import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A classifier of the application that fails cannot tell what happened. What became of
 * the transaction is known without it.
 */
class FailingClassifierTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().with(Failing.class);
	}

	@Test
	void callerGetsItsException() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void callerIsToldOfDoubt() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> worker().retried(() -> {
			insert(1);
			killOwnSessionBeforeCommit();
		}));
		assertThat(worker().attempts()).isOne();
	}

	@Configuration(proxyBeanMethods = false)
	static class Failing {

		@Bean
		FailureClassifier classifier() {
			return (thrown) -> {
				throw new NoClassDefFoundError("driver");
			};
		}

	}

}
