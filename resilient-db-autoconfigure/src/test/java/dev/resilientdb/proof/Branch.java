package dev.resilientdb.proof;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.retry.DeadlockRetry;

/**
 * What happens inside the transactions of {@link Bank}.
 */
class Branch {

	private final Books books;

	private final AtomicInteger entered = new AtomicInteger();

	Branch(Books books) {
		this.books = books;
	}

	/**
	 * Calls one of the methods that are retried themselves.
	 */
	void counted(Runnable call) {
		this.entered.incrementAndGet();
		call.run();
	}

	/**
	 * How often {@link #counted} was called.
	 */
	int entered() {
		return this.entered.get();
	}

	@Transactional
	@DeadlockRetry
	public void debit(Order order) {
		this.books.debit(order);
	}

	@Transactional
	public void credit(Order order) {
		this.books.credit(order);
	}

	@Transactional
	public void check(Order order) {
		this.books.balance(order.from());
		this.books.mark(order);
	}

	@Transactional(propagation = Propagation.NESTED)
	public void creditInSavepoint(Order order) {
		this.books.credit(order);
	}

	@Transactional(propagation = Propagation.NESTED)
	public void markInSavepoint(Order order) {
		this.books.mark(order);
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void audit(Order order) {
		this.books.audit(order);
	}

	@Transactional(propagation = Propagation.REQUIRES_NEW)
	@DeadlockRetry
	public void auditRetried(Order order) {
		this.books.audit(order);
	}

}
