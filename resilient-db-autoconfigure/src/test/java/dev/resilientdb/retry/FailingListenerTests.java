package dev.resilientdb.retry;

import io.micrometer.core.instrument.config.MeterFilter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import dev.resilientdb.failure.FailureListener;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Listeners that throw errors or cannot even be created, and meters that cannot.
 */
class FailingListenerTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Nested
	class ErrorOfRetryListener extends FailingListenerContract {

		@Override
		TestDatabase database() {
			return database;
		}

		@Override
		Class<?> listener() {
			return RetryListenerWithError.class;
		}

	}

	@Nested
	class MissingRetryListener extends FailingListenerContract {

		@Override
		TestDatabase database() {
			return database;
		}

		@Override
		Class<?> listener() {
			return RetryListenerThatCannotBeCreated.class;
		}

	}

	@Nested
	class ErrorOfFailureListener extends FailingListenerContract {

		@Override
		TestDatabase database() {
			return database;
		}

		@Override
		Class<?> listener() {
			return FailureListenerWithError.class;
		}

	}

	@Nested
	class MissingFailureListener extends FailingListenerContract {

		@Override
		TestDatabase database() {
			return database;
		}

		@Override
		Class<?> listener() {
			return FailureListenerThatCannotBeCreated.class;
		}

	}

	@Nested
	class ErrorOfMeterFilter extends FailingListenerContract {

		@Override
		TestDatabase database() {
			return database;
		}

		@Override
		Class<?> listener() {
			return MeterFilterWithError.class;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RetryListenerWithError {

		@Bean
		TransactionRetryListener listener() {
			return (event) -> {
				throw new AssertionError("listener");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RetryListenerThatCannotBeCreated {

		@Bean
		@Lazy
		TransactionRetryListener listener() {
			throw new IllegalStateException("listener");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailureListenerWithError {

		@Bean
		FailureListener listener() {
			return (event) -> {
				throw new AssertionError("listener");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FailureListenerThatCannotBeCreated {

		@Bean
		@Lazy
		FailureListener listener() {
			throw new IllegalStateException("listener");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MeterFilterWithError {

		@Bean
		static MeterFilter filter() {
			return MeterFilter.deny((meter) -> {
				assertThat(meter.getName()).isNotIn("resilientdb.retry.attempts", "resilientdb.retry.budget");
				return false;
			});
		}

	}

}
