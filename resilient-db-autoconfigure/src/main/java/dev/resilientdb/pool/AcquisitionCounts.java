package dev.resilientdb.pool;

import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.acquisition.AcquisitionInterceptor;
import dev.resilientdb.acquisition.AcquisitionInterceptorFactory;

/**
 * Counts how many connections each data source has handed out. A full pool that hands out
 * none got none back.
 */
final class AcquisitionCounts implements AcquisitionInterceptorFactory {

	private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

	@Override
	public AcquisitionInterceptor create(String dataSource) {
		LongAdder count = this.counts.computeIfAbsent(dataSource, (name) -> new LongAdder());
		return (source) -> {
			Connection connection = source.connect();
			count.increment();
			return connection;
		};
	}

	/**
	 * The count of a data source, null when nobody stands around its acquisitions.
	 */
	@Nullable Long of(String dataSource) {
		LongAdder count = this.counts.get(dataSource);
		return (count != null) ? (Long) count.sum() : null;
	}

}
