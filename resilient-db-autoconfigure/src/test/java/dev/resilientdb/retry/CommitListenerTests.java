package dev.resilientdb.retry;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the application may do to transaction managers and their listeners.
 */
class CommitListenerTests extends WorkerContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication application() {
		return super.application().with(Listening.class);
	}

	@Test
	void repeatsNothingWhenApplicationReplacesListeners() {
		context().getBean(ConfigurableTransactionManager.class).setTransactionExecutionListeners(List.of());
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(WorkerContract::throwConflict));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().firstAttempt()).isOne();
	}

	@Test
	void repeatsNothingWhenCallItselfReplacesListeners() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> worker().retried(() -> {
			insert(1);
			context().getBean(ConfigurableTransactionManager.class).setTransactionExecutionListeners(List.of());
			throwConflict();
		})).withCauseInstanceOf(CannotAcquireLockException.class);
		assertThat(worker().attempts()).isOne();
	}

	@Tag("scenario-11")
	@Test
	void doesNotRepeatWhenListenerFailsAfterCommit() {
		context().getBean(FailingListener.class).failing.set(true);
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> worker().retried(() -> insert(entries() + 1)));
		assertThat(worker().attempts()).isOne();
		assertThat(calls().firstAttempt()).isOne();
		assertThat(entries()).isOne();
	}

	@Tag("scenario-30")
	@Test
	void doesNotRepeatAfterTransactionOfManagerWithoutResourceCommitted() {
		TransactionTemplate outbox = new TransactionTemplate(context().getBean(OutboxTransactions.class));
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> worker().retried(() -> {
			outbox.executeWithoutResult((status) -> {
			});
			throwConflict();
		}));
		assertThat(worker().attempts()).isOne();
		assertThat(entries()).isOne();
	}

	@Test
	void repeatsAfterTransactionOfManagerWithoutResourceRolledBack() {
		TransactionTemplate outbox = new TransactionTemplate(context().getBean(OutboxTransactions.class));
		worker().retried(inTurn(() -> outbox.executeWithoutResult((status) -> throwConflict()), () -> insert(1)));
		assertThat(worker().attempts()).isEqualTo(2);
		assertThat(entries()).isOne();
	}

	@Configuration(proxyBeanMethods = false)
	static class Listening {

		@Bean
		FailingListener failingListener() {
			return new FailingListener();
		}

		@Bean(defaultCandidate = false)
		OutboxTransactions outboxTransactions() {
			return new OutboxTransactions(new JdbcTemplate(database.dataSource()));
		}

	}

	/**
	 * Reports commits to something that may fail.
	 */
	static class FailingListener implements TransactionExecutionListener {

		private final AtomicBoolean failing = new AtomicBoolean();

		@Override
		public void afterCommit(TransactionExecution transaction, @Nullable Throwable commitFailure) {
			if (this.failing.get()) {
				throw conflict();
			}
		}

	}

	/**
	 * Tells listeners of its transactions, but not what they work on.
	 */
	static class OutboxTransactions extends AbstractPlatformTransactionManager {

		private static final long serialVersionUID = 1L;

		private final transient JdbcTemplate autoCommitting;

		OutboxTransactions(JdbcTemplate autoCommitting) {
			this.autoCommitting = autoCommitting;
			setTransactionSynchronization(SYNCHRONIZATION_NEVER);
		}

		@Override
		protected Object doGetTransaction() {
			return new Object();
		}

		@Override
		protected void doBegin(Object transaction, TransactionDefinition definition) {
			// Collects until it commits
		}

		@Override
		protected void doCommit(DefaultTransactionStatus status) {
			this.autoCommitting.update("insert into entry select count(*) + 1 from entry");
		}

		@Override
		protected void doRollback(DefaultTransactionStatus status) {
			// Nothing was written
		}

	}

}
