package dev.resilientdb.circuit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;

import dev.resilientdb.circuit.DatabaseAvailability.Registration;

/**
 * Tells of changes in one thread of its own, in their order: whoever listens may be slow.
 * One who fails does not disturb the others.
 */
final class AvailabilityNotices {

	private static final Logger logger = LoggerFactory.getLogger(AvailabilityNotices.class);

	private final List<AvailabilityListener> listeners = new CopyOnWriteArrayList<>();

	private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1,
			AvailabilityNotices::thread);

	AvailabilityNotices(ApplicationEventPublisher publisher) {
		this.listeners.add(publisher::publishEvent);
		this.executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "resilient-db-availability");
		thread.setDaemon(true);
		return thread;
	}

	Registration add(AvailabilityListener listener) {
		// The same listener may be added twice and ends once each
		AvailabilityListener told = (event) -> listener.availabilityChanged(event);
		this.listeners.add(told);
		return () -> this.listeners.remove(told);
	}

	void tell(DatabaseAvailabilityEvent event) {
		later(Duration.ZERO, () -> this.listeners.forEach((listener) -> tell(listener, event)));
	}

	void later(Duration delay, Runnable task) {
		try {
			ScheduledFuture<?> unused = this.executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (RejectedExecutionException | OutOfMemoryError ex) {
			logger.debug("Nobody is told of a change any longer", ex);
		}
	}

	private static void tell(AvailabilityListener listener, DatabaseAvailabilityEvent event) {
		try {
			listener.availabilityChanged(event);
		}
		// The application's own code, in the thread of all listeners
		catch (RuntimeException | Error ex) {
			logger.warn("Listener to the availability of databases failed with {}", ex.getClass().getName());
			logger.debug("Listener to the availability of databases failed", ex);
		}
	}

	void close() {
		this.executor.shutdownNow();
	}

}
