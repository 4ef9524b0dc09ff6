package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.ConnectionProxy;
import org.springframework.util.ClassUtils;

/**
 * Connections that their pool does not hand out again.
 */
final class PoolConnections {

	private static final boolean HIKARI_PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			PoolConnections.class.getClassLoader());

	private PoolConnections() {
	}

	/**
	 * Has the pool close a connection as soon as it is given back. Another pool than
	 * HikariCP is left alone.
	 */
	static void discard(DataSource source, Connection connection) throws SQLException {
		if (HIKARI_PRESENT) {
			Hikari.discard(source, connection);
		}
	}

	/**
	 * How many connections the pool behind a data source may have.
	 * @return null when it is no pool that we know
	 */
	static @Nullable Limit limit(DataSource source) {
		return HIKARI_PRESENT ? Hikari.limit(source) : null;
	}

	/**
	 * How many connections a pool may have.
	 *
	 * @param pool its name
	 * @param size the most it may have
	 * @param url where they lead, null when the pool does not know
	 * @param timeoutMillis how long somebody waits for one
	 */
	record Limit(@Nullable String pool, int size, @Nullable String url, long timeoutMillis) {
	}

	// Loaded only when HikariCP is there
	private static final class Hikari {

		private static final String PACKAGE = "com.zaxxer.hikari.";

		static void discard(DataSource source, Connection connection) throws SQLException {
			HikariDataSource pool = pool(source);
			if (pool == null) {
				return;
			}
			Connection pooled = connection;
			while (pooled instanceof ConnectionProxy proxy) {
				pooled = proxy.getTargetConnection();
			}
			HikariPoolMXBean all = pool.getHikariPoolMXBean();
			if (pooled.getClass().getName().startsWith(PACKAGE)) {
				pool.evictConnection(pooled);
			}
			else if (all != null) {
				all.softEvictConnections();
			}
		}

		static @Nullable Limit limit(DataSource source) {
			try {
				HikariDataSource pool = pool(source);
				return (pool != null) ? new Limit(pool.getPoolName(), pool.getMaximumPoolSize(), pool.getJdbcUrl(),
						pool.getConnectionTimeout()) : null;
			}
			catch (SQLException ex) {
				throw new IllegalStateException("Pool behind a data source cannot be found", ex);
			}
		}

		private static @Nullable HikariDataSource pool(DataSource source) throws SQLException {
			return source.isWrapperFor(HikariDataSource.class) ? source.unwrap(HikariDataSource.class) : null;
		}

	}

}
