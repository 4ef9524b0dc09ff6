package dev.resilientdb.proof;

import org.springframework.transaction.annotation.Transactional;

import dev.resilientdb.retry.DeadlockRetry;

/**
 * Ways in which an application carries out an order in a retried transaction and commits
 * another one on the way.
 */
class AuditedBank {

	private final Books books;

	private final Branch branch;

	private final Archive archive;

	AuditedBank(Books books, Branch branch, Archive archive) {
		this.books = books;
		this.branch = branch;
		this.archive = archive;
	}

	@Transactional
	@DeadlockRetry
	public void auditThenTransfer(Order order) {
		this.branch.audit(order);
		this.books.move(order);
	}

	@Transactional
	@DeadlockRetry
	public void transferThenAudit(Order order) {
		this.books.move(order);
		this.branch.counted(() -> this.branch.auditRetried(order));
	}

	/**
	 * Audits if it can.
	 */
	@Transactional
	@DeadlockRetry
	public void tryAuditThenTransfer(Order order) {
		try {
			this.branch.audit(order);
		}
		catch (RuntimeException ex) {
			this.books.balance(order.from());
		}
		this.books.move(order);
	}

	/**
	 * Gives a failed audit for its own failure.
	 */
	@Transactional
	@DeadlockRetry
	public void transferUnlessAuditFails(Order order) {
		this.books.move(order);
		try {
			this.branch.audit(order);
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException("no audit", ex);
		}
	}

	@Transactional
	@DeadlockRetry(idempotent = true)
	public void settleWithAudit(Order order) {
		this.branch.audit(order);
		if (!this.books.isSettled(order)) {
			this.books.receipt(order);
			this.books.move(order);
		}
	}

	@Transactional
	@DeadlockRetry
	public void fileThenTransfer(Order order) {
		this.branch.counted(() -> this.archive.file(order));
		this.books.move(order);
	}

	@Transactional
	@DeadlockRetry
	public void transferThenFile(Order order) {
		this.books.move(order);
		this.branch.counted(() -> this.archive.file(order));
	}

}
