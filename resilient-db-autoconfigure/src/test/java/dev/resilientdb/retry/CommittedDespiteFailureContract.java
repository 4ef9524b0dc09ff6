package dev.resilientdb.retry;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.test.TestApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Transactions that commit although the caller sees a conflict: running them again would
 * do their work twice.
 */
abstract class CommittedDespiteFailureContract extends WorkerContract {

	private final Exception checked = new Exception("import", new SQLException("conflict", "40001"));

	private Clerk clerk;

	@Override
	TestApplication application() {
		return super.application().with(Clerk.class);
	}

	@BeforeEach
	final void findClerk() {
		this.clerk = context().getBean(Clerk.class);
	}

	@Tag("scenario-29")
	@Test
	void doesNotRepeatCheckedExceptionWithConflict() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.clerk.book(() -> {
			insertNext();
			throw this.checked;
		})).isSameAs(this.checked);
		assertThatCommittedOnce();
	}

	@Tag("scenario-29")
	@Test
	void doesNotRepeatCheckedExceptionAroundConflictOfInnerTransaction() {
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> this.clerk.book(() -> {
			insertNext();
			throw new Exception("inner", failureOf(() -> worker().inNewTransaction(WorkerContract::throwConflict)));
		})).withMessage("inner");
		assertThatCommittedOnce();
	}

	@Tag("scenario-29")
	@Test
	void doesNotRepeatConflictThatDoesNotRollBack() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> this.clerk.bookDespiteConflict(() -> {
				insertNext();
				throw conflict();
			}));
		assertThatCommittedOnce();
	}

	@Tag("scenario-29")
	@Test
	void repeatsCheckedExceptionThatRollsBack() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		this.clerk.bookOrRollBack(() -> {
			insertNext();
			failIf(calls.getAndIncrement() == 0);
			return null;
		});
		assertThat(this.clerk.attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Tag("scenario-11")
	@Test
	void doesNotRepeatWhenSynchronizationFailsAfterCommit() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> this.clerk.book(() -> {
			insertNext();
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCommit() {
					throw conflict();
				}
			});
			return null;
		}));
		assertThatCommittedOnce();
	}

	@Tag("scenario-11")
	@Test
	void doesNotRepeatWhenEventListenerFailsAfterCommit() throws Exception {
		this.clerk.book(() -> {
			insertNext();
			this.clerk.publish("fails");
			return null;
		});
		assertThatCommittedOnce();
		assertThat(this.clerk.heard()).containsExactly("fails");
	}

	@Tag("scenario-11")
	@Test
	void doesNotRepeatWhenTransactionOfEventListenerFailsAfterCommit() throws Exception {
		this.clerk.book(() -> {
			insertNext();
			this.clerk.publish("fails in new transaction");
			return null;
		});
		assertThatCommittedOnce();
	}

	private void insertNext() {
		insert(entries() + 1);
	}

	private void failIf(boolean first) throws Exception {
		if (first) {
			throw this.checked;
		}
	}

	private static Throwable failureOf(Runnable work) {
		try {
			work.run();
		}
		catch (RuntimeException ex) {
			return ex;
		}
		throw new IllegalStateException("No failure");
	}

	private void assertThatCommittedOnce() {
		assertThat(this.clerk.attempts()).isOne();
		assertThat(entries()).isOne();
		assertThat(calls().ambiguous()).isZero();
		assertThat(calls().recovered()).isZero();
	}

	/**
	 * Books, and hears of what is booked.
	 */
	static class Clerk {

		private final AtomicInteger attempts = new AtomicInteger();

		private final List<String> heard = new CopyOnWriteArrayList<>();

		private final ApplicationEventPublisher events;

		private final Worker worker;

		Clerk(ApplicationEventPublisher events, Worker worker) {
			this.events = events;
			this.worker = worker;
		}

		@Transactional
		@DeadlockRetry(delay = "1ms")
		public void book(Callable<?> work) throws Exception {
			attempt(work);
		}

		@Transactional(noRollbackFor = CannotAcquireLockException.class)
		@DeadlockRetry(delay = "1ms")
		public void bookDespiteConflict(Callable<?> work) throws Exception {
			attempt(work);
		}

		@Transactional(rollbackFor = Exception.class)
		@DeadlockRetry(delay = "1ms")
		public void bookOrRollBack(Callable<?> work) throws Exception {
			attempt(work);
		}

		@TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
		public void hear(String event) {
			this.heard.add(event);
			if (event.endsWith("transaction")) {
				this.worker.retriedInNewTransaction(WorkerContract::throwConflict);
			}
			throw conflict();
		}

		public void publish(String event) {
			this.events.publishEvent(event);
		}

		int attempts() {
			return this.attempts.get();
		}

		List<String> heard() {
			return this.heard;
		}

		private void attempt(Callable<?> work) throws Exception {
			this.attempts.incrementAndGet();
			work.call();
		}

	}

}
