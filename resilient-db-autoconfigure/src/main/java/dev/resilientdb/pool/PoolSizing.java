package dev.resilientdb.pool;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Whether pools have the right size: what their servers allow and what is advised.
 * Reading costs nothing and never waits. Safe for use by several threads.
 */
public final class PoolSizing {

	private static final Logger logger = LoggerFactory.getLogger(PoolSizing.class);

	private final DatabaseProducts products;

	private final Pools pools;

	private final Map<String, Watched> watched = new ConcurrentHashMap<>();

	PoolSizing(DatabaseProducts products, Pools pools) {
		this.products = products;
		this.pools = pools;
	}

	/**
	 * What should be set differently for a data source's pool, that which matters most
	 * first.
	 * @param dataSource its bean name
	 */
	public List<Advice> advice(String dataSource) {
		Watched known = this.watched.get(dataSource);
		return (known != null) ? known.monitor.advice() : List.of();
	}

	/**
	 * What a data source's server told of its limits.
	 * @param dataSource its bean name
	 * @return the report, or null when the server is not known yet
	 */
	public @Nullable ServerReport server(String dataSource) {
		Watched known = this.watched.get(dataSource);
		return (known != null) ? known.monitor.server() : null;
	}

	/**
	 * Looks at every pool once. Pools of any vendor are looked into; the others must be,
	 * too.
	 */
	void look(SizeMonitors monitors) {
		for (String name : this.products.dataSourceNames()) {
			try {
				look(name, monitors);
			}
			catch (RuntimeException | Error ex) {
				logger.debug("Size of the pool of data source '{}' cannot be looked at", name, ex);
			}
		}
	}

	private void look(String name, SizeMonitors monitors) {
		DataSource dataSource = this.products.dataSource(name);
		String product = this.products.product(name);
		PoolReport report = this.pools.report(name);
		if (dataSource == null) {
			forget(name);
		}
		else if (product != null && report != null) {
			monitor(name, dataSource, () -> monitors.create(name, product)).look(report);
		}
	}

	// A new one for a data source that took another's place
	private SizeMonitor monitor(String name, DataSource dataSource, Supplier<SizeMonitor> creation) {
		Watched known = this.watched.get(name);
		if (known != null && known.dataSource == dataSource) {
			return known.monitor;
		}
		forget(name);
		SizeMonitor monitor = creation.get();
		this.watched.put(name, new Watched(dataSource, monitor));
		return monitor;
	}

	private void forget(String name) {
		Watched known = this.watched.remove(name);
		if (known != null) {
			known.monitor.close();
		}
	}

	void close() {
		this.watched.keySet().forEach(this::forget);
	}

	private record Watched(DataSource dataSource, SizeMonitor monitor) {
	}

}
