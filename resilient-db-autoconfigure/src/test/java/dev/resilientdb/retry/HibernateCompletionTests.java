package dev.resilientdb.retry;

import jakarta.transaction.Synchronization;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.AfterCompletionCallback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What fails inside Hibernate when COMMIT has succeeded looks like a failed commit.
 */
@Tag("scenario-11")
class HibernateCompletionTests extends JpaWorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Test
	void doesNotRepeatWhenCompletionProcessFailsAfterCommit() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> {
			insert(entries() + 1);
			AfterCompletionCallback failing = (success, session) -> throwConflict();
			((SessionImplementor) session()).getTransactionCompletionCallbacks().registerCallback(failing);
		})).withStackTraceContaining("conflict");
		assertThatCommittedOnce();
	}

	@Test
	void doesNotRepeatWhenSynchronizationFailsAfterCommit() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> {
			insert(entries() + 1);
			afterCompletion(WorkerContract::throwConflict);
		})).withStackTraceContaining("conflict");
		assertThatCommittedOnce();
	}

	private void assertThatCommittedOnce() {
		assertThat(entries()).isOne();
		assertThat(worker().attempts()).isOne();
		assertThat(calls().ambiguous()).isZero();
	}

	private void afterCompletion(Runnable work) {
		session().getTransaction().registerSynchronization(new Synchronization() {
			@Override
			public void beforeCompletion() {
				// Not of interest
			}

			@Override
			public void afterCompletion(int status) {
				work.run();
			}
		});
	}

}
