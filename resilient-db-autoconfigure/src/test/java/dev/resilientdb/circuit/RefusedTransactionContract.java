package dev.resilientdb.circuit;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.retry.CommitOutcomeUnknownException;
import dev.resilientdb.retry.DeadlockRetry;
import dev.resilientdb.retry.DeadlockRetryTemplate;
import dev.resilientdb.retry.RetryStatistics;
import dev.resilientdb.retry.RetryStatistics.Calls;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What transactions and retries make of a refusal.
 */
@Tag("scenario-27")
abstract class RefusedTransactionContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private ConfigurableApplicationContext context;

	private HeldCircuit circuit;

	private Desk desk;

	abstract TestApplication prepare(TestApplication application);

	@BeforeEach
	void start() {
		this.context = prepare(TestApplication.on(database)).with(Desks.class)
			.withProperties("resilient-db.pool.probe.enabled=false")
			.start();
		this.circuit = new HeldCircuit(this.context);
		this.desk = this.context.getBean(Desk.class);
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void transactionalMethodIsRefusedUnchanged() {
		this.circuit.open();
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> this.desk.work(() -> {
		})).withNoCause();
	}

	@Test
	void statementWithoutTransactionIsRefusedUnchanged() {
		this.circuit.open();
		JdbcTemplate jdbc = new JdbcTemplate(this.context.getBean(DataSource.class));
		assertThatExceptionOfType(DatabaseUnavailableException.class)
			.isThrownBy(() -> jdbc.queryForObject("select 1", Integer.class));
	}

	@Test
	void refusedCallIsNeitherRepeatedNorFailureOfTheDatabase() {
		this.circuit.open();
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> this.desk.retried(() -> {
		})).satisfies((ex) -> assertThat(ex.getSuppressed()).isEmpty());
		assertThat(this.circuit.rejected()).isOne();
		assertThat(failures().total()).isZero();
		assertThat(calls().firstAttempt()).isOne();
		assertThat(calls().calls()).isOne();
	}

	@Test
	void callAfterRefusedOneIsRepeated() {
		this.circuit.open();
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> this.desk.retried(() -> {
		}));
		this.circuit.close();
		AtomicInteger attempts = new AtomicInteger();
		this.desk.retried(() -> failFirst(attempts));
		assertThat(attempts).hasValue(2);
		assertThat(calls().recovered()).isOne();
	}

	@Test
	void refusalEndsRetriedCallWithTheEarlierFailureUnderIt() {
		AtomicInteger attempts = new AtomicInteger();
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> this.desk.retried(() -> {
			this.circuit.open();
			failFirst(attempts);
		}))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).hasOnlyElementsOfType(CannotAcquireLockException.class)
				.hasSize(1));
		assertThat(attempts).hasValue(1);
		assertThat(this.circuit.rejected()).isOne();
		assertThat(failures().byKind()).containsOnlyKeys(FailureKind.SERIALIZATION_FAILURE)
			.containsEntry(FailureKind.SERIALIZATION_FAILURE, 1L);
		assertThat(calls().exhausted()).isOne();
		assertThat(calls().calls()).isOne();
	}

	@Test
	void refusalDoesNotHideCommitInDoubt() {
		assertThatExceptionOfType(CommitOutcomeUnknownException.class).isThrownBy(() -> this.desk.idempotent(() -> {
			this.circuit.open();
			this.desk.loseConnection();
		}));
		assertThat(this.circuit.rejected()).isOne();
		assertThat(calls().ambiguous()).isOne();
	}

	@Test
	void refusalWithFailureUnderItIsNotClassified() {
		AtomicInteger attempts = new AtomicInteger();
		assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> this.desk.retried(() -> {
			this.circuit.open();
			failFirst(attempts);
		})).satisfies((ex) -> assertThat(this.context.getBean(FailureClassifier.class).classify(ex)).isNull());
	}

	@Test
	void templateIsRefusedWithoutAttempt() {
		this.circuit.open();
		AtomicInteger attempts = new AtomicInteger();
		DeadlockRetryTemplate template = this.context.getBean(DeadlockRetryTemplate.class).alsoOn(FailureKind.values());
		assertThatExceptionOfType(DatabaseUnavailableException.class)
			.isThrownBy(() -> template.executeWithoutResult((status) -> attempts.incrementAndGet()));
		assertThat(attempts).hasValue(0);
		assertThat(this.circuit.rejected()).isOne();
	}

	@Test
	void innerTransactionIsRefusedAndTheOuterOneGoesOn() {
		this.desk.work(() -> {
			this.circuit.open();
			assertThatExceptionOfType(DatabaseUnavailableException.class).isThrownBy(() -> this.desk.inner(() -> {
			}));
			this.desk.query();
		});
		assertThat(failures().total()).isZero();
	}

	private static void failFirst(AtomicInteger attempts) {
		if (attempts.incrementAndGet() == 1) {
			throw new CannotAcquireLockException("conflict", new SQLException("conflict", "40001"));
		}
	}

	private FailureLog.Summary failures() {
		return this.context.getBean(FailureLog.class).summary();
	}

	private Calls calls() {
		return this.context.getBean(RetryStatistics.class).summary().total();
	}

	@Configuration(proxyBeanMethods = false)
	static class Desks {

		@Bean
		Desk desk(DataSource dataSource) {
			return new Desk(dataSource);
		}

	}

	static class Desk {

		private final JdbcTemplate jdbc;

		Desk(DataSource dataSource) {
			this.jdbc = new JdbcTemplate(dataSource);
		}

		@Transactional
		public void work(Runnable task) {
			task.run();
			query();
		}

		@Transactional(propagation = Propagation.REQUIRES_NEW)
		public void inner(Runnable task) {
			task.run();
		}

		@Transactional
		@DeadlockRetry
		public void retried(Runnable task) {
			task.run();
			query();
		}

		@Transactional
		@DeadlockRetry(idempotent = true)
		public void idempotent(Runnable task) {
			query();
			task.run();
		}

		public void loseConnection() {
			this.jdbc.execute((ConnectionCallback<Void>) (connection) -> {
				connection.unwrap(JdbcConnection.class).close();
				return null;
			});
		}

		public void query() {
			this.jdbc.queryForObject("select 1", Integer.class);
		}

	}

}
