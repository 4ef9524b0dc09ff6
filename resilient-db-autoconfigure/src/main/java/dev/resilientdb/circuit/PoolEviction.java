package dev.resilientdb.circuit;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.util.ClassUtils;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Has a pool replace its connections: those from before an outage lead nowhere, or to the
 * server that is a replica now. For background threads.
 */
final class PoolEviction {

	private static final Logger logger = LoggerFactory.getLogger(PoolEviction.class);

	private static final boolean HIKARI_PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			PoolEviction.class.getClassLoader());

	private final DatabaseProducts products;

	PoolEviction(DatabaseProducts products) {
		this.products = products;
	}

	void evict(String name) {
		DataSource dataSource = this.products.dataSource(name);
		if (dataSource != null && HIKARI_PRESENT) {
			Hikari.evict(name, dataSource);
		}
	}

	// Loaded only when HikariCP is there
	private static final class Hikari {

		static void evict(String name, DataSource dataSource) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			HikariPoolMXBean connections = (pool != null) ? pool.getHikariPoolMXBean() : null;
			if (connections != null) {
				logger.debug("Connections of data source '{}' are replaced", name);
				connections.softEvictConnections();
			}
		}

	}

}
