package dev.resilientdb.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * What is known of the pools of the application's data sources. Reading costs nothing and
 * never waits. Safe for use by several threads.
 */
public final class Pools {

	private final DatabaseProducts products;

	private final Map<String, Watched> watched = new ConcurrentHashMap<>();

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
		Watched known = this.watched.get(dataSource);
		return (known != null) ? known.monitor.report() : null;
	}

	/**
	 * The monitor of a data source, a new one for one that took another's place.
	 */
	PoolMonitor monitor(String name, DataSource dataSource, Supplier<PoolMonitor> creation) {
		Watched known = this.watched.get(name);
		if (known != null && known.dataSource == dataSource) {
			return known.monitor;
		}
		forget(name);
		PoolMonitor monitor = creation.get();
		this.watched.put(name, new Watched(dataSource, monitor));
		return monitor;
	}

	void forget(String name) {
		Watched known = this.watched.remove(name);
		if (known != null) {
			known.monitor.close();
		}
	}

	void close() {
		this.watched.keySet().forEach(this::forget);
	}

	private record Watched(DataSource dataSource, PoolMonitor monitor) {
	}

}
