package dev.resilientdb.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
 * Watches the pools of the application's data sources in the background. Reading reports
 * costs nothing and never waits. Safe for use by several threads.
 */
public final class Pools implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(Pools.class);

	private final DatabaseProducts products;

	private final Supplier<PoolMonitors> monitors;

	private final Duration interval;

	private final Map<String, PoolMonitor> watched = new ConcurrentHashMap<>();

	private @Nullable Watch watch;

	Pools(DatabaseProducts products, Supplier<PoolMonitors> monitors, Duration interval) {
		this.products = products;
		this.monitors = monitors;
		this.interval = interval;
	}

	/**
	 * What is known of all data sources that exist by now.
	 */
	public List<PoolReport> reports() {
		List<PoolReport> reports = new ArrayList<>();
		for (String name : this.products.dataSourceNames()) {
			PoolReport report = report(name);
			if (report != null) {
				reports.add(report);
			}
		}
		return reports;
	}

	/**
	 * What is known of a data source.
	 * @param dataSource its bean name
	 * @return the report, or null when the data source does not exist yet
	 */
	public @Nullable PoolReport report(String dataSource) {
		PoolMonitor monitor = this.watched.get(dataSource);
		return (monitor != null) ? monitor.report() : null;
	}

	@Override
	public synchronized void start() {
		if (this.watch == null) {
			this.watch = new Watch(this.monitors.get(),
					new ScheduledThreadPoolExecutor(1, DaemonThreads.named("resilient-db-pool")));
			this.watch.begin();
		}
	}

	@Override
	public synchronized void stop() {
		if (this.watch != null) {
			this.watch.end();
			this.watch = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return this.watch != null;
	}

	/**
	 * From start to stop.
	 */
	private final class Watch {

		private final PoolMonitors monitors;

		private final ScheduledThreadPoolExecutor sampler;

		Watch(PoolMonitors monitors, ScheduledThreadPoolExecutor sampler) {
			this.monitors = monitors;
			this.sampler = sampler;
		}

		void begin() {
			long millis = Pools.this.interval.toMillis();
			ScheduledFuture<?> unused = this.sampler.scheduleWithFixedDelay(this::sample, 0, millis,
					TimeUnit.MILLISECONDS);
		}

		void end() {
			DaemonThreads.shutDown(this.sampler);
			Pools.this.watched.values().forEach(PoolMonitor::close);
			Pools.this.watched.clear();
			this.monitors.close();
		}

		// Pools of any vendor are looked into here; the others must be, too
		private void sample() {
			for (String name : Pools.this.products.dataSourceNames()) {
				try {
					sample(name);
				}
				catch (RuntimeException | LinkageError ex) {
					logger.debug("Pool of data source '{}' cannot be looked at", name, ex);
				}
			}
		}

		private void sample(String name) {
			PoolMonitor monitor = Pools.this.watched.get(name);
			DataSource dataSource = (monitor == null) ? Pools.this.products.dataSource(name) : null;
			if (dataSource != null) {
				monitor = this.monitors.create(name, dataSource);
				Pools.this.watched.put(name, monitor);
			}
			if (monitor != null) {
				monitor.sample();
			}
		}

	}

}
