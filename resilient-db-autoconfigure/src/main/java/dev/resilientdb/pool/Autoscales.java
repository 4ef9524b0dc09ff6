package dev.resilientdb.pool;

import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.pool.SizeMonitor.Server;

/**
 * Lets the pools grow and shrink that can.
 *
 * @param settings how they do
 * @param acquisitions tells whether connections come back
 * @param resizes counts what is done
 */
record Autoscales(SizingProperties.Autoscale settings, AcquisitionCounts acquisitions, Resizes resizes) {

	private static final Logger logger = LoggerFactory.getLogger(Autoscales.class);

	/**
	 * The autoscaling of a pool.
	 * @return null when that is switched off or not possible
	 */
	@Nullable Autoscale create(String dataSource, @Nullable PoolControl pool, Server server, InstantSource clock) {
		if (!this.settings.enabled()) {
			return null;
		}
		LimitsProbe limits = server.limits();
		if (pool == null || limits == null) {
			logger.info("Pool of data source '{}' keeps its size: {}", dataSource,
					(pool == null) ? "it is no HikariCP pool" : server.unasked().obstacle());
			return null;
		}
		warnOfBound(dataSource, pool.setup().maximumPoolSize());
		return new Autoscale(new PoolResizer(dataSource, pool, this.resizes), limits,
				() -> this.acquisitions.of(dataSource), this.settings, clock);
	}

	private void warnOfBound(String dataSource, int size) {
		Integer max = this.settings.max();
		if (max != null && size >= max) {
			logger.warn("Pool of data source '{}' will not grow: it may have {} connections already, and"
					+ " resilient-db.pool.autoscale.max is {}", dataSource, size, max);
		}
	}

}
