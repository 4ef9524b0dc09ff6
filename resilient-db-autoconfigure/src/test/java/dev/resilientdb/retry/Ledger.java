package dev.resilientdb.retry;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.failure.FailureKind;

/**
 * A service with transactions that fail in every way.
 */
class Ledger {

	private final JdbcTemplate jdbc;

	private final AtomicInteger attempts = new AtomicInteger();

	Ledger(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Locks one account, meets the other call on its first attempt, then locks the other.
	 */
	@Transactional
	@DeadlockRetry(maxAttempts = 10)
	public void transfer(int from, int to, CyclicBarrier meeting, AtomicInteger meetings) {
		this.attempts.incrementAndGet();
		this.jdbc.update("update account set balance = balance - 1 where id = ?", from);
		if (meetings.getAndDecrement() > 0) {
			await(meeting);
		}
		this.jdbc.update("update account set balance = balance + 1 where id = ?", to);
	}

	/**
	 * Reads, meets the other call on its first attempt, then writes: a conflict where
	 * only one may write at a time.
	 */
	@Transactional
	@DeadlockRetry(maxAttempts = 10)
	public void readAndTransfer(int from, int to, CyclicBarrier meeting, AtomicInteger meetings) {
		this.attempts.incrementAndGet();
		balance(from);
		if (meetings.getAndDecrement() > 0) {
			await(meeting);
		}
		this.jdbc.update("update account set balance = balance - 1 where id = ?", from);
		this.jdbc.update("update account set balance = balance + 1 where id = ?", to);
	}

	@Transactional
	@DeadlockRetry
	public void insert(int id) {
		this.attempts.incrementAndGet();
		this.jdbc.update("insert into entry (id) values (?)", id);
	}

	@Transactional
	@DeadlockRetry(alsoOn = FailureKind.UNIQUE_VIOLATION, maxAttempts = 3, delay = "1ms")
	public void insertStubbornly(int id) {
		insertAgain(id);
	}

	@Transactional
	@DeadlockRetry(alsoOn = FailureKind.UNIQUE_VIOLATION, maxAttempts = 1000, delay = "50ms", deadline = "200ms")
	public void insertUntilDeadline(int id) {
		insertAgain(id);
	}

	@Transactional
	@DeadlockRetry
	public void insertThenFail(int id, Exception failure) throws Exception {
		this.attempts.incrementAndGet();
		this.jdbc.update("insert into entry (id) values (?)", id);
		throw failure;
	}

	@Transactional
	@DeadlockRetry
	public void insertThenFailAfterCommit(int id, RuntimeException failure) {
		insertAgain(id);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				throw failure;
			}

		});
	}

	@Transactional
	@DeadlockRetry
	public void insertWith(int id, Runnable inTransaction) {
		insertAgain(id);
		inTransaction.run();
	}

	@Transactional
	@DeadlockRetry(idempotent = true)
	public void replaceWith(int id, Runnable inTransaction) {
		this.jdbc.update("delete from entry where id = ?", id);
		insertAgain(id);
		inTransaction.run();
	}

	@Transactional
	public void run(Runnable inTransaction) {
		inTransaction.run();
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void runInNewTransaction(Runnable inTransaction) {
		inTransaction.run();
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	@DeadlockRetry(alsoOn = FailureKind.UNIQUE_VIOLATION, maxAttempts = 3, delay = "1ms")
	public void insertInNewTransaction(int id) {
		insertAgain(id);
	}

	@DeadlockRetry(alsoOn = FailureKind.UNIQUE_VIOLATION)
	public void insertWithoutTransaction(int id) {
		insertAgain(id);
	}

	int attempts() {
		return this.attempts.get();
	}

	int entries() {
		return this.jdbc.queryForObject("select count(*) from entry", Integer.class);
	}

	int balance(int account) {
		return this.jdbc.queryForObject("select balance from account where id = ?", Integer.class, account);
	}

	private void insertAgain(int id) {
		this.attempts.incrementAndGet();
		this.jdbc.update("insert into entry (id) values (?)", id);
	}

	static void await(CyclicBarrier meeting) {
		try {
			meeting.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
