package dev.resilientdb.retry;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.retry.RetryStatistics.Calls;
import dev.resilientdb.test.Partners;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What holds for {@link DeadlockRetry} on every database.
 */
abstract class DeadlockRetryContract {

	private ConfigurableApplicationContext context;

	abstract TestDatabase database();

	TestApplication application() {
		return TestApplication.on(database()).withoutJpa();
	}

	@BeforeEach
	void start() {
		JdbcTemplate jdbc = new JdbcTemplate(database().dataSource());
		jdbc.execute("drop table if exists entry");
		jdbc.execute("drop table if exists account");
		jdbc.execute("create table entry (id integer primary key)");
		jdbc.execute("create table account (id integer primary key, balance integer not null)");
		jdbc.execute("insert into account (id, balance) values (1, 100), (2, 100)");
		this.context = application().with(Ledgers.class).start();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void recoversBothSidesOfDeadlock() {
		CyclicBarrier meeting = new CyclicBarrier(2);
		AtomicInteger meetings = new AtomicInteger(2);
		CompletableFuture<Void> there = Partners.start(() -> transfer(1, 2, meeting, meetings));
		CompletableFuture<Void> back = Partners.start(() -> transfer(2, 1, meeting, meetings));
		CompletableFuture.allOf(there, back).join();
		assertThat(ledger().attempts()).isGreaterThanOrEqualTo(3);
		assertThat(ledger().balance(1)).isEqualTo(100);
		assertThat(ledger().balance(2)).isEqualTo(100);
		assertThat(calls().recovered()).isPositive();
		assertThat(calls().exhausted()).isZero();
	}

	@Test
	void countsCallThatSucceedsAtOnce() {
		ledger().insert(1);
		assertThat(calls()).isEqualTo(new Calls(1, 1, 0, 0, 0, 0, 0));
	}

	@Test
	void givesBackConstraintViolationAtOnce() {
		ledger().insert(1);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> ledger().insert(1))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).isEmpty());
		assertThat(ledger().attempts()).isEqualTo(2);
	}

	@Tag("scenario-32")
	@Test
	void givesBackLastFailureWithEarlierOnesSuppressed() {
		ledger().insert(1);
		Throwable thrown = catchThrowable(() -> ledger().insertStubbornly(1));
		assertThat(ledger().attempts()).isEqualTo(4);
		assertThat(thrown.getSuppressed()).hasSize(2).hasOnlyElementsOfType(thrown.getClass());
		assertThat(calls().exhausted()).isOne();
	}

	@Tag("scenario-21")
	@Test
	void beginsNoAttemptAfterDeadline() {
		ledger().insert(1);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> ledger().insertUntilDeadline(1));
		assertThat(ledger().attempts()).isLessThan(200);
	}

	@Tag("scenario-29")
	@Test
	void doesNotRepeatWhatCommittedDespiteException() {
		Exception checked = new Exception("checked", new SQLException("conflict", "40001"));
		assertThatExceptionOfType(Exception.class).isThrownBy(() -> ledger().insertThenFail(1, checked))
			.isSameAs(checked);
		assertThat(ledger().attempts()).isEqualTo(1);
		assertThat(ledger().entries()).isOne();
	}

	@Tag("scenario-11")
	@Test
	void doesNotRepeatWhenCallbackFailsAfterCommit() {
		RuntimeException failure = new CannotAcquireLockException("later", new SQLException("later", "40001"));
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> ledger().insertThenFailAfterCommit(1, failure))
			.isSameAs(failure);
		assertThat(ledger().attempts()).isEqualTo(1);
		assertThat(ledger().entries()).isOne();
	}

	@Tag("scenario-01")
	@Test
	void doesNotRepeatInsideOuterTransaction() {
		ledger().insert(1);
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> ledger().run(() -> ledger().insertStubbornly(1)));
		assertThat(ledger().attempts()).isEqualTo(2);
		assertThat(calls().inert()).isOne();
	}

	@Test
	void doesNotRepeatMethodWithoutTransaction() {
		ledger().insert(1);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> ledger().insertWithoutTransaction(1));
		assertThat(ledger().attempts()).isEqualTo(2);
	}

	@Test
	void repeatsRolledBackWorkOfApplicationFailureOnlyWhenDatabaseReportedConflict() {
		IllegalStateException failure = new IllegalStateException("application");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> ledger().insertThenFail(1, failure))
			.isSameAs(failure);
		assertThat(ledger().attempts()).isEqualTo(1);
		assertThat(ledger().entries()).isZero();
	}

	@Test
	void repeatsCallbackOfTemplate() {
		AtomicInteger attempts = new AtomicInteger();
		int result = template().withName("insert").execute((status) -> {
			ledger().insert(attempts.incrementAndGet());
			conflict(attempts.get() < 3);
			return attempts.get();
		});
		assertThat(result).isEqualTo(3);
		assertThat(ledger().entries()).isOne();
	}

	void transfer(int from, int to, CyclicBarrier meeting, AtomicInteger meetings) {
		ledger().transfer(from, to, meeting, meetings);
	}

	final Ledger ledger() {
		return this.context.getBean(Ledger.class);
	}

	final DeadlockRetryTemplate template() {
		return this.context.getBean(DeadlockRetryTemplate.class);
	}

	final Calls calls() {
		return this.context.getBean(RetryStatistics.class).summary().total();
	}

	static void conflict(boolean now) {
		if (now) {
			throw new CannotAcquireLockException("conflict", new SQLException("conflict", "40001"));
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Ledgers {

		@Bean
		Ledger ledger(JdbcTemplate jdbc) {
			return new Ledger(jdbc);
		}

	}

}
