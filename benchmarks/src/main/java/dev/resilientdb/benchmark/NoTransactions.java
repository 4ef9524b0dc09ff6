package dev.resilientdb.benchmark;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.ResourceTransactionManager;

/**
 * Transactions without a database: what is left is the cost of the advice.
 */
final class NoTransactions extends AbstractPlatformTransactionManager implements ResourceTransactionManager {

	private static final long serialVersionUID = 1L;

	private static final Object TRANSACTION = new Object();

	@Override
	public Object getResourceFactory() {
		return TRANSACTION;
	}

	@Override
	protected Object doGetTransaction() {
		return TRANSACTION;
	}

	@Override
	protected void doBegin(Object transaction, TransactionDefinition definition) {
		// No database
	}

	@Override
	protected void doCommit(DefaultTransactionStatus status) {
		// No database
	}

	@Override
	protected void doRollback(DefaultTransactionStatus status) {
		// No database
	}

}
