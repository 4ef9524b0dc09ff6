package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.List;

import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.jta.JtaTransactionManager;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Transactions of several resources are left alone: a prepared branch may still commit.
 */
@Tag("scenario-30")
class JtaTransactionTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private Coordinator coordinator;

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().with(Distributed.class);
	}

	@BeforeEach
	void findCoordinator() {
		this.coordinator = context().getBean(Coordinator.class);
	}

	@Test
	void runsOnceAndCommits() {
		worker().retried(() -> insert(1));
		assertThat(this.coordinator.calls).containsExactly("begin", "commit");
		assertThat(calls().inert()).isOne();
	}

	@Test
	void doesNotRepeatConflict() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(this.coordinator.calls).containsExactly("begin", "rollback");
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void doesNotRepeatConflictOfNewTransaction() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retriedInNewTransaction(WorkerContract::throwConflict));
		assertThat(worker().attempts()).isOne();
	}

	@Test
	void doesNotRepeatTemplate() {
		DeadlockRetryTemplate template = context().getBean(DeadlockRetryTemplate.class);
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> template.executeWithoutResult((status) -> throwConflict()));
		assertThat(this.coordinator.calls).containsExactly("begin", "rollback");
	}

	@Configuration(proxyBeanMethods = false)
	static class Distributed {

		@Bean
		Coordinator coordinator() {
			return new Coordinator();
		}

		@Bean
		JtaTransactionManager transactionManager(Coordinator coordinator) {
			return new JtaTransactionManager(coordinator);
		}

	}

	/**
	 * Notes what it is told.
	 */
	static final class Coordinator implements UserTransaction {

		private final List<String> calls = new ArrayList<>();

		private int status = Status.STATUS_NO_TRANSACTION;

		@Override
		public void begin() {
			this.calls.add("begin");
			this.status = Status.STATUS_ACTIVE;
		}

		@Override
		public void commit() {
			this.calls.add("commit");
			this.status = Status.STATUS_NO_TRANSACTION;
		}

		@Override
		public void rollback() {
			this.calls.add("rollback");
			this.status = Status.STATUS_NO_TRANSACTION;
		}

		@Override
		public void setRollbackOnly() {
			this.status = Status.STATUS_MARKED_ROLLBACK;
		}

		@Override
		public int getStatus() {
			return this.status;
		}

		@Override
		public void setTransactionTimeout(int seconds) {
			// Waits for ever
		}

	}

}
