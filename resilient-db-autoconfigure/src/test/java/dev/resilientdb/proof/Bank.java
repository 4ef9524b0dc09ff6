package dev.resilientdb.proof;

import java.sql.SQLException;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.retry.DeadlockRetry;

/**
 * Ways in which an application carries out an order in a retried transaction.
 */
class Bank {

	private final Books books;

	private final Branch branch;

	Bank(Books books, Branch branch) {
		this.books = books;
		this.branch = branch;
	}

	@Transactional
	@DeadlockRetry
	public void transfer(Order order) {
		this.books.move(order);
	}

	@Transactional
	@DeadlockRetry(alsoOn = { FailureKind.LOCK_TIMEOUT, FailureKind.UNIQUE_VIOLATION })
	public void transferStubbornly(Order order) {
		this.books.move(order);
	}

	@Transactional(isolation = Isolation.SERIALIZABLE)
	@DeadlockRetry
	public void transferSerializably(Order order) {
		this.books.balance(order.to());
		this.books.move(order);
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	@DeadlockRetry
	public void transferInNewTransaction(Order order) {
		this.books.move(order);
	}

	@Transactional
	@DeadlockRetry
	public void transferInParts(Order order) {
		this.branch.counted(() -> this.branch.debit(order));
		this.branch.credit(order);
	}

	@Transactional(readOnly = true)
	@DeadlockRetry
	public int balance(Order order) {
		return this.books.balance(order.from());
	}

	/**
	 * Never succeeds.
	 */
	@Transactional
	@DeadlockRetry
	public void refuse(Order order) {
		this.books.move(order);
		throw new IllegalStateException("refused");
	}

	/**
	 * Goes on after a failure that leaves nothing but a rollback.
	 */
	@Transactional
	@DeadlockRetry
	public void transferDespiteCheck(Order order) {
		this.books.debit(order);
		try {
			this.branch.check(order);
		}
		catch (RuntimeException ex) {
			this.books.audit(order);
		}
		this.books.credit(order);
	}

	@Transactional
	@DeadlockRetry
	public void transferInSavepoint(Order order) {
		this.books.debit(order);
		this.branch.creditInSavepoint(order);
	}

	/**
	 * Swallows what a savepoint is made for.
	 */
	@Transactional
	@DeadlockRetry
	public void transferWithMark(Order order) {
		this.books.debit(order);
		try {
			this.branch.markInSavepoint(order);
		}
		catch (DataIntegrityViolationException ex) {
			this.books.balance(order.from());
		}
		this.books.credit(order);
	}

	/**
	 * Commits with a checked exception that speaks of a conflict.
	 */
	@Transactional
	@DeadlockRetry
	public void transferAndComplain(Order order) throws Complaint {
		this.books.move(order);
		throw new Complaint();
	}

	/**
	 * Commits with an exception that speaks of a conflict.
	 */
	@Transactional(noRollbackFor = Objection.class)
	@DeadlockRetry
	public void transferAndObject(Order order) {
		this.books.move(order);
		throw new Objection();
	}

	/**
	 * Fails after the commit with an exception that speaks of a conflict.
	 */
	@Transactional
	@DeadlockRetry
	public void transferAndNotify(Order order) {
		this.books.move(order);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				throw new Objection();
			}

		});
	}

	@Transactional
	@DeadlockRetry
	public void transferInterrupted(Order order) {
		this.books.debit(order);
		Thread.currentThread().interrupt();
		this.books.credit(order);
	}

	@Transactional
	@DeadlockRetry(idempotent = true)
	public void settle(Order order) {
		if (!this.books.isSettled(order)) {
			this.books.receipt(order);
			this.books.move(order);
		}
	}

	/**
	 * Thrown when the order has been, or will be, carried out.
	 */
	static final class Complaint extends Exception {

		Complaint() {
			super("complaint", new SQLException("conflict", "40001"));
		}

	}

	/**
	 * Thrown when the order has been, or will be, carried out.
	 */
	static final class Objection extends CannotAcquireLockException {

		Objection() {
			super("objection", new SQLException("conflict", "40001"));
		}

	}

}
