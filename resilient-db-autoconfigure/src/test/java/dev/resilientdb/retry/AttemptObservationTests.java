package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What traces show of attempts.
 */
class AttemptObservationTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void observesAttemptsAfterTheFirst() {
		start("retries");
		worker().retried(WorkerContract.inTurn(WorkerContract::throwConflict, () -> {
		}));
		assertThat(observed()).singleElement().satisfies((attempt) -> {
			assertThat(attempt.getName()).isEqualTo("resilientdb.retry.attempt");
			assertThat(attempt.getContextualName()).isEqualTo("attempt 2");
			assertThat(attempt.getLowCardinalityKeyValues()).containsExactlyInAnyOrder(
					KeyValue.of("method", "Worker.retried"), KeyValue.of("cause", "SERIALIZATION_FAILURE"),
					KeyValue.of("outcome", "succeeded"));
			assertThat(attempt.getHighCardinalityKeyValues()).containsExactly(KeyValue.of("attempt", "2"));
		});
	}

	@Test
	void observesAllAttemptsWhenAsked() {
		start("attempts");
		worker().retried(WorkerContract.inTurn(WorkerContract::throwConflict, () -> {
		}));
		assertThat(observed()).extracting((attempt) -> attempt.getLowCardinalityKeyValue("outcome").getValue())
			.containsExactly("failed", "succeeded");
	}

	@Test
	void observesNothingWhenOff() {
		start("off");
		worker().retried(WorkerContract.inTurn(WorkerContract::throwConflict, () -> {
		}));
		assertThat(observed()).isEmpty();
	}

	@Test
	void whatTheBodyObservesBelongsToTheAttempt() {
		start("attempts");
		List<Observation> current = new ArrayList<>();
		worker().retried(() -> current.add(registry().getCurrentObservation()));
		assertThat(current).singleElement().extracting(Observation::getContext).isEqualTo(observed().get(0));
		assertThat(registry().getCurrentObservation()).isNull();
	}

	@Test
	void keepsExceptionsOut() {
		start("attempts");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> worker().retried(() -> {
			throw new IllegalStateException("secret");
		}));
		assertThat(observed()).singleElement().extracting(Observation.Context::getError).isNull();
	}

	private void start(String observations) {
		this.context = TestApplication.on(database)
			.withoutJpa()
			.with(WorkerContract.Workers.class, Observing.class)
			.withProperties("resilient-db.retry.observations=" + observations)
			.start();
	}

	private Worker worker() {
		return this.context.getBean(Worker.class);
	}

	private ObservationRegistry registry() {
		return this.context.getBean(ObservationRegistry.class);
	}

	private List<Observation.Context> observed() {
		return this.context.getBean(Stopped.class).attempts;
	}

	@Configuration(proxyBeanMethods = false)
	static class Observing {

		@Bean
		Stopped stopped() {
			return new Stopped();
		}

	}

	static final class Stopped implements ObservationHandler<Observation.Context> {

		private final List<Observation.Context> attempts = new ArrayList<>();

		@Override
		public void onStop(Observation.Context context) {
			this.attempts.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context.getName().startsWith("resilientdb.");
		}

	}

}
