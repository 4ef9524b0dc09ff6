package dev.resilientdb.pool;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.util.ClassUtils;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Finds the pools that can be controlled.
 */
final class PoolControls {

	private static final boolean HIKARI_PRESENT = ClassUtils.isPresent("com.zaxxer.hikari.HikariDataSource",
			PoolControls.class.getClassLoader());

	private final DatabaseProducts products;

	PoolControls(DatabaseProducts products) {
		this.products = products;
	}

	/**
	 * The pool of a data source.
	 * @param name its bean name
	 * @return null when it does not exist yet or is no HikariCP pool
	 */
	@Nullable PoolControl find(String name) {
		DataSource dataSource = this.products.dataSource(name);
		return (HIKARI_PRESENT && dataSource != null) ? Hikari.control(dataSource) : null;
	}

	// Loaded only when HikariCP is there
	private static final class Hikari {

		static @Nullable PoolControl control(DataSource dataSource) {
			HikariDataSource pool = DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class,
					HikariDataSource.class);
			return (pool != null) ? new HikariControl(pool) : null;
		}

	}

}
