package dev.resilientdb.retry;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The transactions of one transaction manager.
 *
 * @param resource what it works on
 * @param resourceKey under which a running transaction is bound to the thread, null when
 * that cannot be told
 * @param dataSourceName tells the bean name of the data source
 * @param visibility whether the manager tells what becomes of its transactions
 */
record ManagedTransactions(TransactionResource resource, @Nullable Object resourceKey, Supplier<String> dataSourceName,
		Visibility visibility) {

	/**
	 * Bean name of the data source.
	 */
	String dataSource() {
		return this.dataSourceName.get();
	}

	/**
	 * Whether a transaction of this manager, or of an unknown one, runs in this thread.
	 */
	boolean isActive() {
		return TransactionSynchronizationManager.isActualTransactionActive()
				&& (this.resourceKey == null || TransactionSynchronizationManager.hasResource(this.resourceKey));
	}

	/**
	 * Whether a manager tells what becomes of its transactions.
	 */
	enum Visibility {

		OBSERVED, OPAQUE

	}

}
