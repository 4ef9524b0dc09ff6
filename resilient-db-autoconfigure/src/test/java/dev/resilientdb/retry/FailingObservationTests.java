package dev.resilientdb.retry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whoever observes attempts decides nothing about them, not even by failing.
 */
class FailingObservationTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().with(Observing.class)
			.withProperties("resilient-db.retry.observations=attempts", "resilient-db.retry.max-attempts=2");
	}

	@Test
	void callSucceedsWhenObservationCannotStart() {
		handler().failing = Callback.START;
		worker().retried(() -> insert(1));
		assertThat(entries()).isOne();
	}

	@Test
	void callSucceedsWhenScopeCannotOpen() {
		handler().failing = Callback.SCOPE_OPENED;
		worker().retried(() -> insert(1));
		assertThat(entries()).isOne();
		assertThat(registry().getCurrentObservationScope()).isNull();
	}

	@Test
	void committedCallSucceedsWhenScopeCannotClose() {
		handler().failing = Callback.SCOPE_CLOSED;
		worker().retried(() -> insert(1));
		assertThat(entries()).isOne();
		assertThat(registry().getCurrentObservationScope()).isNull();
	}

	@Test
	void committedCallSucceedsWhenObservationCannotStop() {
		handler().failing = Callback.STOP;
		worker().retried(() -> insert(1));
		assertThat(entries()).isOne();
	}

	@Test
	void callIsRepeatedWhenObservationCannotStop() {
		handler().failing = Callback.STOP;
		worker().retried(inTurn(WorkerContract::throwConflict, () -> insert(1)));
		assertThat(entries()).isOne();
	}

	@Test
	void callerGetsFailureOfDatabaseWhenObservationCannotStop() {
		handler().failing = Callback.STOP;
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
	}

	private Failing handler() {
		return context().getBean(Failing.class);
	}

	private ObservationRegistry registry() {
		return context().getBean(ObservationRegistry.class);
	}

	private enum Callback {

		NONE, START, SCOPE_OPENED, SCOPE_CLOSED, STOP

	}

	@Configuration(proxyBeanMethods = false)
	static class Observing {

		@Bean
		Failing failing() {
			return new Failing();
		}

	}

	static final class Failing implements ObservationHandler<Observation.Context> {

		private Callback failing = Callback.NONE;

		@Override
		public void onStart(Observation.Context context) {
			fail(Callback.START);
		}

		@Override
		public void onScopeOpened(Observation.Context context) {
			fail(Callback.SCOPE_OPENED);
		}

		@Override
		public void onScopeClosed(Observation.Context context) {
			fail(Callback.SCOPE_CLOSED);
		}

		@Override
		public void onStop(Observation.Context context) {
			fail(Callback.STOP);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context.getName().startsWith("resilientdb.");
		}

		private void fail(Callback callback) {
			if (callback == this.failing) {
				throw new AssertionError(callback);
			}
		}

	}

}
