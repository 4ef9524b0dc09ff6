package dev.resilientdb.capability;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Has each server read once after the application's start, as soon as it is there, each
 * in a thread of its own: one that does not answer delays no other.
 */
final class CapabilityWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(CapabilityWatch.class);

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final DatabaseProducts products;

	private final ObservedCapabilities capabilities;

	private final CustomizableThreadFactory threads = new CustomizableThreadFactory("resilient-db-capability-");

	private final Set<String> begun = ConcurrentHashMap.newKeySet();

	private final Map<String, Long> notBefore = new ConcurrentHashMap<>();

	private @Nullable ScheduledExecutorService executor;

	private volatile @Nullable Future<?> looking;

	CapabilityWatch(DatabaseProducts products, ObservedCapabilities capabilities) {
		this.products = products;
		this.capabilities = capabilities;
		this.threads.setDaemon(true);
	}

	@Override
	public synchronized void start() {
		this.begun.clear();
		this.notBefore.clear();
		this.executor = Executors.newSingleThreadScheduledExecutor(this.threads);
		this.looking = this.executor.scheduleWithFixedDelay(this::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public synchronized void stop() {
		if (this.looking != null && this.executor != null) {
			this.looking.cancel(true);
			this.executor.shutdownNow();
		}
		this.looking = null;
	}

	@Override
	public boolean isRunning() {
		return this.looking != null;
	}

	private void look() {
		try {
			for (String name : this.products.dataSourceNames()) {
				String product = this.products.product(name);
				if (product != null && isRunning() && begin(name)) {
					this.threads.newThread(() -> read(name, product)).start();
				}
			}
		}
		// A task that throws is not scheduled again, and there may be no thread to be had
		catch (RuntimeException | OutOfMemoryError ex) {
			logger.debug("Servers cannot be asked for their capabilities yet", ex);
		}
	}

	private boolean begin(String name) {
		Long due = this.notBefore.get(name);
		return (due == null || System.nanoTime() - due >= 0) && this.begun.add(name);
	}

	// Drivers of any vendor run here: what cannot be read is not asked for again, but a
	// server that is away
	private void read(String name, String product) {
		try {
			this.capabilities.read(name, product);
		}
		catch (SQLException ex) {
			logger.debug("Capabilities of data source '{}' are not known yet", name, ex);
			this.notBefore.put(name, System.nanoTime() + PAUSE.toNanos());
			this.begun.remove(name);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Capabilities of data source '{}' cannot be read", name, ex);
		}
	}

}
