package dev.resilientdb.retry;

import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;

import dev.resilientdb.test.TestApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A listener that fails changes nothing about the call it is told of.
 */
abstract class FailingListenerContract extends WorkerContract {

	/**
	 * Configuration with the listener.
	 */
	abstract Class<?> listener();

	@Override
	TestApplication application() {
		return super.application().with(listener()).withProperties("resilient-db.retry.max-attempts=2");
	}

	@Test
	void callIsRepeated() {
		worker().retried(inTurn(WorkerContract::throwConflict, () -> insert(1)));
		assertThat(entries()).isOne();
		assertThat(calls().recovered()).isOne();
	}

	@Test
	void callerGetsFailureOfDatabase() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(calls().exhausted()).isOne();
	}

}
