package dev.resilientdb.retry;

import java.util.List;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.retry.TransactionRetryEvent.Step;

/**
 * Tells whoever listens. A listener that fails does not disturb the call or the other
 * listeners.
 */
final class RetryListeners {

	private static final Logger logger = LoggerFactory.getLogger(RetryListeners.class);

	private final Supplier<List<TransactionRetryListener>> listeners;

	RetryListeners(Supplier<List<TransactionRetryListener>> listeners) {
		this.listeners = listeners;
	}

	void tell(Step step, RetryCall call, int attempt) {
		TransactionRetryEvent event = new TransactionRetryEvent(step, call.operation().name(),
				call.operation().transactions().dataSource(), attempt, call.failure(), call.elapsed());
		for (TransactionRetryListener listener : this.listeners.get()) {
			tell(listener, event);
		}
	}

	// Foreign code: whatever it throws must not replace the failure of the call
	private static void tell(TransactionRetryListener listener, TransactionRetryEvent event) {
		try {
			listener.onRetryEvent(event);
		}
		catch (RuntimeException ex) {
			logger.warn("Retry listener {} failed with {}", listener.getClass().getName(), ex.getClass().getName());
			logger.debug("Retry listener failed", ex);
		}
	}

}
