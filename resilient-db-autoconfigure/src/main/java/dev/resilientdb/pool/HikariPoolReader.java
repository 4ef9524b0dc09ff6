package dev.resilientdb.pool;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Reads what HikariCP tells of itself.
 */
final class HikariPoolReader implements PoolReader {

	private final HikariDataSource pool;

	HikariPoolReader(HikariDataSource pool) {
		this.pool = pool;
	}

	@Override
	public @Nullable PoolFigures read() {
		// Null before the first connection is asked for
		HikariPoolMXBean bean = this.pool.getHikariPoolMXBean();
		if (bean == null || this.pool.isClosed()) {
			return null;
		}
		return new PoolFigures(bean.getActiveConnections(), bean.getIdleConnections(), bean.getTotalConnections(),
				bean.getThreadsAwaitingConnection(), this.pool.getMaximumPoolSize());
	}

}
