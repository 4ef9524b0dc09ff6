package dev.resilientdb.migration;

import java.util.Collection;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Has the schemas looked at while the application runs, in one thread of its own: often
 * while it waits for one.
 */
final class MigrationWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(MigrationWatch.class);

	private final Supplier<Collection<Flyway>> flyways;

	private final SchemaWatcher watcher;

	private final WaitingRoom waiting;

	private final MigrationProperties properties;

	private @Nullable ScheduledThreadPoolExecutor executor;

	// Of the thread that looks
	private long nextLook;

	MigrationWatch(Supplier<Collection<Flyway>> flyways, SchemaWatcher watcher, WaitingRoom waiting,
			MigrationProperties properties) {
		this.flyways = flyways;
		this.watcher = watcher;
		this.waiting = waiting;
		this.properties = properties;
	}

	@Override
	public synchronized void start() {
		if (this.executor == null && !this.flyways.get().isEmpty()) {
			this.waiting.open();
			this.nextLook = System.nanoTime() + this.properties.refreshInterval().toNanos();
			ScheduledThreadPoolExecutor created = new ScheduledThreadPoolExecutor(1, MigrationWatch::thread);
			long pause = this.properties.waiting().interval().toMillis();
			ScheduledFuture<?> unused = created.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
			this.executor = created;
		}
	}

	private static Thread thread(Runnable task) {
		Thread thread = new Thread(task, "resilient-db-migration");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public synchronized void stop() {
		if (this.executor != null) {
			this.executor.shutdownNow();
			this.executor = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.executor != null;
	}

	private void look() {
		boolean due = System.nanoTime() - this.nextLook >= 0;
		if (due || this.waiting.isOccupied()) {
			if (due) {
				this.nextLook = System.nanoTime() + this.properties.refreshInterval().toNanos();
			}
			if (due && this.waiting.isOccupied()) {
				this.watcher.forget();
			}
			lookAtAll();
		}
	}

	private void lookAtAll() {
		try {
			for (Flyway flyway : this.flyways.get()) {
				if (flyway instanceof GuardedFlyway guarded) {
					this.watcher.look(guarded);
				}
			}
			this.waiting.look();
		}
		// Drivers of any vendor run here, and a task that throws is not scheduled again
		catch (RuntimeException | Error ex) {
			logger.debug("Schemas cannot be looked at", ex);
		}
	}

}
