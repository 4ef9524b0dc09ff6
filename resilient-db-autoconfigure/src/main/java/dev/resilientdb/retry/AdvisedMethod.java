package dev.resilientdb.retry;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What the advice does with a method.
 *
 * @param name as {@code SimpleClassName.method}, or as declared
 * @param transactions where its transactions go
 * @param operation how to run it again, null when its failures are only observed
 */
record AdvisedMethod(String name, Supplier<ManagedTransactions> transactions, @Nullable RetryOperation operation) {

	/**
	 * Bean name of the data source.
	 */
	String dataSource() {
		return this.transactions.get().dataSource();
	}

}
