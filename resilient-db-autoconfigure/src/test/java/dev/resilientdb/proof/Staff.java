package dev.resilientdb.proof;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import dev.resilientdb.retry.DeadlockRetryTemplate;

import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Who carries out orders, with an annotation or without.
 */
final class Staff {

	private final Bank bank;

	private final AuditedBank audited;

	private final Books books;

	private final ObjectProvider<EntityBank> entities;

	private final Templates templates;

	private final AtomicInteger neverCalled = new AtomicInteger();

	Staff(Bank bank, AuditedBank audited, Books books, ObjectProvider<EntityBank> entities, Templates templates) {
		this.bank = bank;
		this.audited = audited;
		this.books = books;
		this.entities = entities;
		this.templates = templates;
	}

	Bank bank() {
		return this.bank;
	}

	AuditedBank audited() {
		return this.audited;
	}

	/**
	 * How many orders did not come as far as a retried call.
	 */
	int neverCalled() {
		return this.neverCalled.get();
	}

	void transferEntities(Order order) {
		this.entities.getObject().transfer(order);
	}

	void transferByTemplate(Order order) {
		this.templates.transfer().executeWithoutResult((status) -> this.books.move(order));
	}

	void settleByTemplate(Order order) {
		this.templates.settle().executeWithoutResult((status) -> {
			if (!this.books.isSettled(order)) {
				this.books.receipt(order);
				this.books.move(order);
			}
		});
	}

	/**
	 * The caller is a transaction that is not retried; what becomes of it does not
	 * matter.
	 */
	void transferInsideOther(Order order) throws Throwable {
		AtomicReference<@Nullable Optional<Throwable>> told = new AtomicReference<>();
		Throwable ofOther = catchThrowable(() -> this.templates.plain().executeWithoutResult((status) -> {
			this.books.balance(order.from());
			told.set(Optional.ofNullable(catchThrowable(() -> this.bank.transferInNewTransaction(order))));
		}));
		Optional<Throwable> answer = told.get();
		if (answer == null) {
			this.neverCalled.incrementAndGet();
			throw ofOther;
		}
		if (answer.isPresent()) {
			throw answer.get();
		}
	}

	/**
	 * Transactions without annotations.
	 */
	record Templates(TransactionTemplate plain, DeadlockRetryTemplate transfer, DeadlockRetryTemplate settle) {

		static Templates of(DeadlockRetryTemplate retry, PlatformTransactionManager manager) {
			return new Templates(new TransactionTemplate(manager), retry.withName("transfer"),
					retry.withName("settle").idempotent());
		}

	}

}
