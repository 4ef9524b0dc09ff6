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
		for (TransactionRetryListener listener : listeners()) {
			tell(listener, event);
		}
	}

	// Lazy ones are created now, which fails while the application stops
	private List<TransactionRetryListener> listeners() {
		try {
			return this.listeners.get();
		}
		catch (RuntimeException ex) {
			logger.warn("Retry listeners cannot be created: {}", ex.getClass().getName());
			logger.debug("Retry listeners cannot be created", ex);
			return List.of();
		}
	}

	// Foreign code: nothing that it throws may replace what became of the call
	private static void tell(TransactionRetryListener listener, TransactionRetryEvent event) {
		try {
			listener.onRetryEvent(event);
		}
		catch (Throwable ex) {
			logger.warn("Retry listener {} failed with {}", listener.getClass().getName(), ex.getClass().getName());
			logger.debug("Retry listener failed", ex);
		}
	}

}
