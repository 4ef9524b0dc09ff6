package dev.resilientdb.failure;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The application's data sources by bean name and the product behind each. Products are
 * found out in the background on a connection outside the pool, so that asking never
 * waits, and remembered. Safe for use by several threads.
 */
public final class DatabaseProducts {

	/**
	 * The name of a data source that is not a bean.
	 */
	public static final String UNKNOWN_DATA_SOURCE = "unknown";

	private final DataSourceBeans beans;

	private final ProductProbe probe;

	private final Map<String, String> products = new ConcurrentHashMap<>();

	DatabaseProducts(DataSourceBeans beans, ProductProbe probe) {
		this.beans = beans;
		this.probe = probe;
	}

	/**
	 * The bean names of the application's data sources, those that are no default
	 * candidates included.
	 */
	public Set<String> dataSourceNames() {
		return this.beans.names();
	}

	/**
	 * The bean name of a data source, looking through proxies.
	 * @return the name, {@link #UNKNOWN_DATA_SOURCE} when it is no bean
	 */
	public String nameOf(DataSource dataSource) {
		DataSource target = unwrap(dataSource);
		for (String name : this.beans.names()) {
			DataSource bean = this.beans.find(name);
			if (bean != null && unwrap(bean) == target) {
				return name;
			}
		}
		return UNKNOWN_DATA_SOURCE;
	}

	/**
	 * A data source without the proxies around it, such as its pool.
	 * @param name its bean name
	 * @return the data source, or null when it does not exist yet
	 */
	public @Nullable DataSource dataSource(String name) {
		DataSource bean = this.beans.find(name);
		return (bean != null) ? unwrap(bean) : null;
	}

	/**
	 * The product behind a data source. Answers at once; while the product is not known
	 * yet, it is asked for in the background.
	 * @param dataSourceName bean name of the data source
	 * @return the product's name, or null when it is not known yet
	 */
	public @Nullable String product(String dataSourceName) {
		String product = this.products.get(dataSourceName);
		DataSource dataSource = (product == null) ? this.beans.find(dataSourceName) : null;
		if (dataSource != null) {
			this.probe.ask(dataSourceName, unwrap(dataSource), (answer) -> this.products.put(dataSourceName, answer));
		}
		return product;
	}

	/**
	 * The product that an open connection leads to.
	 * @param metaData of the connection
	 * @return the product's name, that of the driver when nothing else is known
	 * @throws SQLException when the server does not answer
	 */
	public String product(DatabaseMetaData metaData) throws SQLException {
		return this.probe.product(metaData);
	}

	/**
	 * Opens a connection to a data source's database that belongs to no pool, to be
	 * closed by the caller. For background threads: the server may not answer.
	 * @throws SQLException when the data source does not exist yet or does not connect
	 */
	public Connection connect(String dataSourceName) throws SQLException {
		DataSource dataSource = this.beans.find(dataSourceName);
		if (dataSource == null) {
			throw new SQLException("Data source '" + dataSourceName + "' does not exist yet");
		}
		return OutsidePool.of(unwrap(dataSource)).getConnection();
	}

	Set<String> connectedProducts() {
		Set<String> result = new LinkedHashSet<>();
		for (String name : this.beans.names()) {
			String product = product(name);
			if (product != null) {
				result.add(product);
			}
		}
		return result;
	}

	private static DataSource unwrap(DataSource dataSource) {
		DataSource current = dataSource;
		while (true) {
			DataSource target = target(current);
			if (target == null || target == current) {
				return current;
			}
			current = target;
		}
	}

	private static @Nullable DataSource target(DataSource dataSource) {
		if (dataSource instanceof DelegatingDataSource delegating) {
			return delegating.getTargetDataSource();
		}
		return (AopProxyUtils.getSingletonTarget(dataSource) instanceof DataSource target) ? target : null;
	}

}
