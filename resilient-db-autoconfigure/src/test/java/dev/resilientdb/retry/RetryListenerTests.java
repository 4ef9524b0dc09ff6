package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.retry.TransactionRetryEvent.Step;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who is told of retries.
 */
class RetryListenerTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().with(Listeners.class).withProperties("resilient-db.retry.max-attempts=3");
	}

	@Test
	void tellsEachStepOfRecovery() {
		worker().retried(inTurn(WorkerContract::throwConflict, WorkerContract::throwConflict, () -> insert(1)));
		assertThat(told()).extracting(TransactionRetryEvent::step)
			.containsExactly(Step.ATTEMPT_FAILED, Step.RETRYING, Step.ATTEMPT_FAILED, Step.RETRYING, Step.RECOVERED);
		assertThat(told()).extracting(TransactionRetryEvent::attempt).containsExactly(1, 2, 2, 3, 3);
	}

	@Test
	void tellsWhatFailedAndWhere() {
		worker().retried(inTurn(WorkerContract::throwConflict, () -> insert(1)));
		assertThat(told()).allSatisfy((event) -> {
			assertThat(event.method()).isEqualTo("Worker.retried");
			assertThat(event.dataSource()).isEqualTo("dataSource");
			assertThat(event.failure().kind()).isEqualTo(FailureKind.SERIALIZATION_FAILURE);
			assertThat(event.elapsed()).isPositive();
		});
	}

	@Test
	void tellsThatNoAttemptIsLeft() {
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(told()).last().extracting(TransactionRetryEvent::step).isEqualTo(Step.EXHAUSTED);
	}

	@Test
	void tellsOfFailureThatIsNotRepeated() {
		insert(1);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> insert(1)));
		assertThat(told()).extracting(TransactionRetryEvent::step).containsExactly(Step.ATTEMPT_FAILED);
	}

	@Test
	void keepsSilentAboutCallsThatMeetNoDatabaseFailure() {
		worker().retried(() -> insert(1));
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> worker().retried(() -> {
			throw new IllegalStateException("business");
		}));
		assertThat(told()).isEmpty();
	}

	@Test
	void publishesEventsInTheApplicationContext() {
		worker().retried(inTurn(WorkerContract::throwConflict, () -> insert(1)));
		assertThat(context().getBean(Events.class).heard).isEqualTo(told());
	}

	@Test
	void callsListenersOutsideTheAttempts() {
		worker().retried(inTurn(WorkerContract::throwConflict, () -> insert(1)));
		assertThat(context().getBean(Told.class).insideTransaction).containsOnly(false);
		assertThat(context().getBean(Told.class).attemptNumbers).containsOnly(0);
	}

	private List<TransactionRetryEvent> told() {
		return context().getBean(Told.class).events;
	}

	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		@Bean
		@Order(1)
		TransactionRetryListener failing() {
			return (event) -> {
				throw new IllegalStateException("listener");
			};
		}

		@Bean
		@Order(2)
		Told told(CurrentAttempt attempt) {
			return new Told(attempt);
		}

		@Bean
		Events events() {
			return new Events();
		}

	}

	static final class Told implements TransactionRetryListener {

		private final CurrentAttempt attempt;

		private final List<TransactionRetryEvent> events = new ArrayList<>();

		private final List<Boolean> insideTransaction = new ArrayList<>();

		private final List<Integer> attemptNumbers = new ArrayList<>();

		Told(CurrentAttempt attempt) {
			this.attempt = attempt;
		}

		@Override
		public void onRetryEvent(TransactionRetryEvent event) {
			this.events.add(event);
			this.insideTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
			this.attemptNumbers.add(this.attempt.number());
		}

	}

	static class Events {

		private final List<TransactionRetryEvent> heard = new ArrayList<>();

		@EventListener
		void hear(TransactionRetryEvent event) {
			this.heard.add(event);
		}

	}

}
