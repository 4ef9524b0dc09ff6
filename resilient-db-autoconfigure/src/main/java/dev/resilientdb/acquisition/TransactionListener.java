package dev.resilientdb.acquisition;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells a data source's interceptors of the transactions of one manager.
 */
final class TransactionListener implements TransactionExecutionListener {

	private final Supplier<@Nullable AcquisitionChain> chain;

	/**
	 * Creates a listener.
	 * @param chain asked at each transaction; answers null when nobody is to be told
	 */
	TransactionListener(Supplier<@Nullable AcquisitionChain> chain) {
		this.chain = chain;
	}

	@Override
	public void beforeBegin(TransactionExecution transaction) {
		AcquisitionChain told = told(transaction);
		if (told != null) {
			told.beforeBegin(transaction);
		}
	}

	@Override
	public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
		if (beginFailure != null) {
			end(transaction);
		}
	}

	@Override
	public void afterCommit(TransactionExecution transaction, @Nullable Throwable commitFailure) {
		end(transaction);
	}

	@Override
	public void afterRollback(TransactionExecution transaction, @Nullable Throwable rollbackFailure) {
		end(transaction);
	}

	private void end(TransactionExecution transaction) {
		AcquisitionChain told = told(transaction);
		if (told != null) {
			told.afterEnd(transaction);
		}
	}

	// A savepoint works with the connection that its transaction has
	private @Nullable AcquisitionChain told(TransactionExecution transaction) {
		return transaction.isNested() ? null : this.chain.get();
	}

}
