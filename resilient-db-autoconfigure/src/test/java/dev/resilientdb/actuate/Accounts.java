package dev.resilientdb.actuate;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.retry.DeadlockRetryTemplate;
import dev.resilientdb.test.Partners;

/**
 * Transactions for an operator to see.
 */
class Accounts {

	private final JdbcTemplate jdbc;

	private final DeadlockRetryTemplate transactions;

	Accounts(JdbcTemplate jdbc, DeadlockRetryTemplate transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	void create() {
		this.jdbc.execute("drop table if exists account");
		this.jdbc.execute("create table account (id integer primary key, owner varchar(80) unique, balance integer)");
		this.jdbc.execute("insert into account values (1, 'a', 100), (2, 'b', 100)");
	}

	/**
	 * Two transfers, one of which the database sacrifices on its first attempt.
	 */
	void deadlock() {
		CyclicBarrier meeting = new CyclicBarrier(2);
		CountDownLatch survived = new CountDownLatch(1);
		CompletableFuture<Void> there = Partners.start(() -> transfer(1, 2, meeting, survived));
		CompletableFuture<Void> back = Partners.start(() -> transfer(2, 1, meeting, survived));
		CompletableFuture.allOf(there, back).join();
	}

	// Who lost could take its row again before the other one gets it, and lose once more
	private void transfer(int from, int to, CyclicBarrier meeting, CountDownLatch survived) {
		AtomicInteger attempts = new AtomicInteger();
		this.transactions.withName("Accounts.transfer").withMaxAttempts(10).executeWithoutResult((status) -> {
			boolean isFirst = attempts.incrementAndGet() == 1;
			if (!isFirst) {
				await(survived);
			}
			this.jdbc.update("update account set balance = balance - 1 where id = ?", from);
			if (isFirst) {
				meet(meeting);
			}
			this.jdbc.update("update account set balance = balance + 1 where id = ?", to);
		});
		survived.countDown();
	}

	void rename(int id, String owner) {
		this.transactions.withName("Accounts.rename")
			.executeWithoutResult((status) -> this.jdbc.update("update account set owner = ? where id = ?", owner, id));
	}

	/**
	 * Fails with a conflict as often as it is tried.
	 */
	void conflict(AtomicInteger attempts) {
		this.transactions.withName("Accounts.conflict").executeWithoutResult((status) -> {
			attempts.incrementAndGet();
			throw new CannotAcquireLockException("conflict", new SQLException("conflict", "40001"));
		});
	}

	private static void meet(CyclicBarrier meeting) {
		try {
			meeting.await(1, TimeUnit.MINUTES);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void await(CountDownLatch survived) {
		try {
			if (!survived.await(1, TimeUnit.MINUTES)) {
				throw new IllegalStateException("Both were sacrificed");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Adds the accounts to an application.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Bank {

		@Bean
		Accounts accounts(JdbcTemplate jdbc, DeadlockRetryTemplate transactions) {
			return new Accounts(jdbc, transactions);
		}

	}

}
