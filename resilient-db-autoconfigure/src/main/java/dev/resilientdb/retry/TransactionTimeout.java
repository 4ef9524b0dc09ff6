package dev.resilientdb.retry;

import java.time.Duration;

import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The timeout of the transaction that runs in the current thread, as Spring keeps it.
 */
final class TransactionTimeout {

	private TransactionTimeout() {
	}

	/**
	 * Shortens the timeout. A transaction without one stays without.
	 * @param resourceKey what the transaction is bound to the thread by
	 * @return whether it was longer
	 */
	static boolean limit(Object resourceKey, Duration remaining) {
		if (TransactionSynchronizationManager.getResource(resourceKey) instanceof ResourceHolderSupport holder
				&& holder.hasTimeout() && holder.getTimeToLiveInMillis() > remaining.toMillis()) {
			holder.setTimeoutInMillis(remaining.toMillis());
			return true;
		}
		return false;
	}

}
