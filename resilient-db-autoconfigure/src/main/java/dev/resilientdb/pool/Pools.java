package dev.resilientdb.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * What is known of the pools of the application's data sources. Reading costs nothing and
 * never waits. Safe for use by several threads.
 */
public final class Pools {

	private final DatabaseProducts products;

	private final Map<String, PoolMonitor> monitors = new ConcurrentHashMap<>();

	Pools(DatabaseProducts products) {
		this.products = products;
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
		PoolMonitor monitor = this.monitors.get(dataSource);
		return (monitor != null) ? monitor.report() : null;
	}

	@Nullable PoolMonitor monitor(String dataSource, Supplier<@Nullable PoolMonitor> creation) {
		PoolMonitor known = this.monitors.get(dataSource);
		PoolMonitor monitor = (known != null) ? known : creation.get();
		if (known == null && monitor != null) {
			this.monitors.put(dataSource, monitor);
		}
		return monitor;
	}

	void close() {
		this.monitors.values().forEach(PoolMonitor::close);
		this.monitors.clear();
	}

}
