package dev.resilientdb.retry;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.test.TestApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Only the outermost transaction runs again, whatever its propagation.
 */
abstract class PropagationContract extends WorkerContract {

	private Traveller traveller;

	@Override
	TestApplication application() {
		return super.application().with(Traveller.class);
	}

	@BeforeEach
	final void findTraveller() {
		this.traveller = context().getBean(Traveller.class);
	}

	@Tag("scenario-01")
	@Test
	void joinedConflictThatIsSwallowedDoesNotSucceedInSecret() {
		assertThatExceptionOfType(UnexpectedRollbackException.class).isThrownBy(() -> worker().joining(() -> {
			insert(1);
			swallow(() -> this.traveller.required(WorkerContract::throwConflict));
		}));
		assertThat(this.traveller.attempts()).isOne();
		assertThat(calls().inert()).isOne();
		assertThat(entries()).isZero();
	}

	@Tag("scenario-01")
	@Test
	void joinedConflictRepeatsTheOutermostCall() {
		worker().retried(inTurn(() -> {
			insert(1);
			this.traveller.required(WorkerContract::throwConflict);
		}, () -> this.traveller.required(() -> insert(1))));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(this.traveller.attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Tag("scenario-01")
	@Test
	void mandatoryTransactionIsNotRepeated() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> worker().joining(() -> {
			insert(1);
			this.traveller.mandatory(WorkerContract::throwConflict);
		}));
		assertThat(this.traveller.attempts()).isOne();
		assertThat(entries()).isZero();
	}

	@Tag("scenario-01")
	@Test
	void supportedTransactionIsNotRepeated() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> worker().joining(() -> {
			insert(1);
			this.traveller.supports(WorkerContract::throwConflict);
		}));
		assertThat(this.traveller.attempts()).isOne();
		assertThat(entries()).isZero();
	}

	@Tag("scenario-14")
	@Test
	void workThatCommitsByItselfIsNotRepeated() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> this.traveller.supports(() -> {
			insert(entries() + 1);
			throwConflict();
		}));
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> this.traveller.notSupported(() -> {
			insert(entries() + 1);
			throwConflict();
		}));
		assertThat(this.traveller.attempts()).isEqualTo(2);
		assertThat(entries()).isEqualTo(2);
	}

	@Tag("scenario-03")
	@Test
	void nestedTransactionIsRepeatedWhenItIsTheOutermost() {
		this.traveller.nested(inTurn(() -> {
			insert(1);
			throwConflict();
		}, () -> insert(1)));
		assertThat(this.traveller.attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Tag("scenario-03")
	@Test
	void savepointIsNotRepeated() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> worker().joining(() -> {
			insert(1);
			this.traveller.nested(() -> {
				insert(2);
				throwConflict();
			});
		}));
		assertThat(this.traveller.attempts()).isOne();
		assertThat(calls().inert()).isOne();
		assertThat(entries()).isZero();
	}

	@Tag("scenario-23")
	@Test
	void onlyTheOutermostOfThreeRepeats() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> this.traveller.requiresNew(
				() -> this.traveller.requiresNew(() -> this.traveller.requiresNew(WorkerContract::throwConflict))));
		assertThat(this.traveller.attempts()).isEqualTo(3 * 3);
		assertThat(calls().inert()).isEqualTo(2 * 3);
		assertThat(calls().exhausted()).isOne();
	}

	@Tag("scenario-23")
	@Test
	void recoveryOfTheOutermostLeavesEachRowOnce() {
		Runnable innermost = inTurn(WorkerContract::throwConflict, WorkerContract::throwConflict, () -> insert(3));
		this.traveller.requiresNew(() -> this.traveller.requiresNew(() -> this.traveller.requiresNew(innermost)));
		assertThat(calls().recovered()).isOne();
		assertThat(entries()).isOne();
	}

	private static void swallow(Runnable work) {
		assertThat(catchThrowable(work::run)).isNotNull();
	}

	/**
	 * Carries the annotation with every propagation.
	 */
	@DeadlockRetry(delay = "1ms", maxAttempts = 3)
	static class Traveller {

		private final AtomicInteger attempts = new AtomicInteger();

		@Transactional
		public void required(Runnable work) {
			attempt(work);
		}

		@Transactional(propagation = Propagation.REQUIRES_NEW)
		public void requiresNew(Runnable work) {
			attempt(work);
		}

		@Transactional(propagation = Propagation.NESTED)
		public void nested(Runnable work) {
			attempt(work);
		}

		@Transactional(propagation = Propagation.MANDATORY)
		public void mandatory(Runnable work) {
			attempt(work);
		}

		@Transactional(propagation = Propagation.SUPPORTS)
		public void supports(Runnable work) {
			attempt(work);
		}

		@Transactional(propagation = Propagation.NOT_SUPPORTED)
		public void notSupported(Runnable work) {
			attempt(work);
		}

		int attempts() {
			return this.attempts.get();
		}

		private void attempt(Runnable work) {
			this.attempts.incrementAndGet();
			work.run();
		}

	}

}
