package dev.resilientdb.failure;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes failures from the rooms that meet them to whoever listens. A listener that fails
 * does not disturb the caller or the other listeners.
 */
public final class FailureReporter {

	private static final Logger logger = LoggerFactory.getLogger(FailureReporter.class);

	private final Supplier<List<FailureListener>> listeners;

	private final InstantSource clock;

	FailureReporter(Supplier<List<FailureListener>> listeners, InstantSource clock) {
		this.listeners = listeners;
		this.clock = clock;
	}

	/**
	 * Reports a failure that ended an attempt.
	 * @param dataSource bean name of the data source
	 * @param method name of the method or call
	 */
	public void report(String dataSource, String method, DatabaseFailure failure) {
		FailureEvent event = new FailureEvent(this.clock.instant(), dataSource, method, failure);
		for (FailureListener listener : listeners()) {
			notify(listener, event);
		}
	}

	// A lazy one is created now, and may fail then
	private List<FailureListener> listeners() {
		try {
			return this.listeners.get();
		}
		catch (RuntimeException ex) {
			logger.warn("Failure listeners cannot be created: {}", ex.getClass().getName());
			logger.debug("Failure listeners cannot be created", ex);
			return List.of();
		}
	}

	// Foreign code: nothing that it throws may replace the database's failure
	private static void notify(FailureListener listener, FailureEvent event) {
		try {
			listener.onFailure(event);
		}
		catch (Throwable ex) {
			logger.warn("Failure listener {} failed with {}", listener.getClass().getName(), ex.getClass().getName());
			logger.debug("Failure listener failed", ex);
		}
	}

}
