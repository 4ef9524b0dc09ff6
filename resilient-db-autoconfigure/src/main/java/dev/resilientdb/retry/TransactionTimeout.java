package dev.resilientdb.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import org.jspecify.annotations.Nullable;

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
				&& isLonger(holder.getDeadline(), remaining)) {
			holder.setTimeoutInMillis(remaining.toMillis());
			return true;
		}
		return false;
	}

	// The holder throws when asked for the rest of a timeout that has passed, and this
	// transaction has only just begun: nobody would end it
	private static boolean isLonger(@Nullable Date deadline, Duration remaining) {
		return deadline != null && deadline.toInstant().isAfter(Instant.now().plus(remaining));
	}

}
