package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureClassifier;

/**
 * Creates monitors with what fits the data source, and holds the threads in which
 * databases are asked.
 */
final class PoolMonitors {

	private final DatabaseProducts products;

	private final FailureKinds kinds;

	private final PoolInsides insides;

	private final Supplier<PoolProperties> properties;

	private final InstantSource clock;

	// Without a bound, so that no database keeps another from being asked: probes bound
	// themselves
	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS,
			new SynchronousQueue<>(), DaemonThreads.named("resilient-db-probe"));

	PoolMonitors(DatabaseProducts products, FailureClassifier classifier, PoolInsides insides,
			Supplier<PoolProperties> properties, InstantSource clock) {
		this.products = products;
		this.kinds = new FailureKinds(classifier);
		this.insides = insides;
		this.properties = properties;
		this.clock = clock;
	}

	PoolMonitor create(String name, DataSource dataSource) {
		PoolProperties properties = this.properties.get();
		DatabaseProbe probe = properties.probe().enabled() ? new DatabaseProbe(() -> connect(name), this.kinds,
				this.executor, properties.probe().timeout(), new SteadyClock()) : null;
		return new PoolMonitor(name, this.insides.of(name, dataSource, this.clock), probe, this::judge, this.clock);
	}

	private PoolJudge judge() {
		PoolProperties properties = this.properties.get();
		return new PoolJudge(properties.warningUtilization(), properties.criticalUtilization());
	}

	void close() {
		DaemonThreads.shutDown(this.executor);
	}

	// A data source that is gone says nothing about its database
	private Connection connect(String name) throws SQLException {
		if (this.products.dataSource(name) == null) {
			throw new IllegalStateException("Data source '" + name + "' does not exist");
		}
		return this.products.connect(name);
	}

}
