package dev.resilientdb.pool;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Has every pool looked at again and again while the application runs, in one thread of
 * its own.
 */
final class PoolWatch implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(PoolWatch.class);

	private final DatabaseProducts products;

	private final Pools pools;

	private final Supplier<PoolMonitors> monitors;

	private final Duration interval;

	private final Supplier<List<PoolListener>> listeners;

	private @Nullable Shift shift;

	PoolWatch(DatabaseProducts products, Pools pools, Supplier<PoolMonitors> monitors, Duration interval,
			Supplier<List<PoolListener>> listeners) {
		this.products = products;
		this.pools = pools;
		this.monitors = monitors;
		this.interval = interval;
		this.listeners = listeners;
	}

	@Override
	public synchronized void start() {
		if (this.shift == null) {
			this.shift = new Shift(this.monitors.get(), this.listeners.get());
		}
	}

	@Override
	public synchronized void stop() {
		if (this.shift != null) {
			this.shift.end();
			this.shift = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.shift != null;
	}

	/**
	 * From start to stop.
	 */
	private final class Shift {

		private final ScheduledThreadPoolExecutor sampler = new ScheduledThreadPoolExecutor(1,
				DaemonThreads.named("resilient-db-pool"));

		private final PoolMonitors monitors;

		private final List<PoolListener> listeners;

		Shift(PoolMonitors monitors, List<PoolListener> listeners) {
			this.monitors = monitors;
			this.listeners = listeners;
			ScheduledFuture<?> unused = this.sampler.scheduleWithFixedDelay(this::sample, 0,
					PoolWatch.this.interval.toMillis(), TimeUnit.MILLISECONDS);
		}

		void end() {
			DaemonThreads.shutDown(this.sampler);
			PoolWatch.this.pools.close();
			this.monitors.close();
		}

		// Pools of any vendor are looked into here; the others must be, too, and a task
		// that throws is not scheduled again
		private void sample() {
			try {
				PoolWatch.this.products.dataSourceNames().forEach(this::trySample);
			}
			catch (RuntimeException | Error ex) {
				logger.debug("Data sources cannot be looked for", ex);
			}
		}

		private void trySample(String name) {
			try {
				sample(name);
			}
			catch (RuntimeException | Error ex) {
				logger.debug("Pool of data source '{}' cannot be looked at", name, ex);
			}
		}

		private void sample(String name) {
			DataSource dataSource = PoolWatch.this.products.dataSource(name);
			if (dataSource != null) {
				PoolMonitor monitor = PoolWatch.this.pools.monitor(name, dataSource,
						() -> this.monitors.create(name, dataSource));
				monitor.sample();
				PoolReport report = monitor.report();
				this.listeners.forEach((listener) -> tell(listener, report));
				// Whoever protects callers comes before whoever reads the log
				monitor.tell();
			}
			else {
				PoolWatch.this.pools.forget(name);
			}
		}

		private void tell(PoolListener listener, PoolReport report) {
			try {
				listener.sampled(report);
			}
			catch (RuntimeException | Error ex) {
				logger.debug("Pool listener {} failed", listener.getClass().getName(), ex);
			}
		}

	}

}
