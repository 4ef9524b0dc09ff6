package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureClassifier;
import dev.resilientdb.pool.SizeMonitor.Server;

/**
 * The servers behind the data sources, and the threads in which they are asked for their
 * limits.
 */
final class Servers {

	private final DatabaseProducts products;

	private final List<ServerLimitsDialect> dialects;

	private final FailureKinds kinds;

	private final Duration interval;

	private final InstantSource clock;

	// Without a bound, so that no server keeps another from being asked: probes bound
	// themselves
	private final ThreadPoolExecutor executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS,
			new SynchronousQueue<>(), DaemonThreads.named("resilient-db-limits"));

	Servers(DatabaseProducts products, List<ServerLimitsDialect> dialects, FailureClassifier classifier,
			Duration interval, InstantSource clock) {
		this.products = products;
		this.dialects = List.copyOf(dialects);
		this.kinds = new FailureKinds(classifier);
		this.interval = interval;
		this.clock = clock;
	}

	/**
	 * By which the age of answers is measured.
	 */
	InstantSource clock() {
		return this.clock;
	}

	Server create(String dataSource, String product) {
		for (ServerLimitsDialect dialect : this.dialects) {
			if (dialect.product().equals(product)) {
				LimitsProbe probe = new LimitsProbe(reader(dataSource, dialect), this.kinds, this.executor,
						this.interval, this.clock);
				return new Server(probe, probe.report());
			}
		}
		return new Server(null,
				ServerReport.unknown(this.clock.instant(), product + " has no limits that an ordinary login can read"));
	}

	private LimitsProbe.Reader reader(String dataSource, ServerLimitsDialect dialect) {
		return new LimitsProbe.Reader() {
			@Override
			public Connection open() throws SQLException {
				return Servers.this.products.connect(dataSource);
			}

			@Override
			public ServerLimits read(Connection connection) throws SQLException {
				return dialect.limits(connection);
			}
		};
	}

	void close() {
		DaemonThreads.shutDown(this.executor);
	}

}
