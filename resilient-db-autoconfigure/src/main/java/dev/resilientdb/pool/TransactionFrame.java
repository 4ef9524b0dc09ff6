package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A transaction of the thread, with those it suspended. Changed by its thread alone. The
 * sampler may see a change late: then a transaction that has ended seems to last.
 */
final class TransactionFrame implements LeaseOrigin {

	private @Nullable TransactionExecution execution;

	private @Nullable String name;

	private final @Nullable TransactionFrame outer;

	private final int depth;

	private final boolean bound;

	TransactionFrame(TransactionExecution execution, @Nullable TransactionFrame outer) {
		this.execution = execution;
		String transactionName = execution.getTransactionName();
		this.name = transactionName.isEmpty() ? null : transactionName;
		this.outer = outer;
		this.depth = (outer != null) ? outer.depth + 1 : 1;
		// A session that was there before the transaction keeps its connection after it
		this.bound = !TransactionSynchronizationManager.getResourceMap().isEmpty();
	}

	@Nullable TransactionFrame outer() {
		return this.outer;
	}

	int depth() {
		return this.depth;
	}

	@Override
	public @Nullable String name() {
		return this.name;
	}

	void name(String found) {
		this.name = found;
	}

	@Override
	public boolean outlivesMethod() {
		return this.bound;
	}

	boolean isOf(TransactionExecution other) {
		return this.execution == other;
	}

	boolean isActive() {
		return this.execution != null;
	}

	void end() {
		this.execution = null;
	}

}
