package dev.resilientdb.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

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

	private final Supplier<Map<String, DataSource>> beans;

	private final ProductProbe probe;

	private final Map<String, String> products = new ConcurrentHashMap<>();

	private volatile @Nullable Map<String, DataSource> dataSources;

	DatabaseProducts(Supplier<Map<String, DataSource>> beans, ProductProbe probe) {
		this.beans = beans;
		this.probe = probe;
	}

	/**
	 * The bean names of the application's data sources, those that are no default
	 * candidates included.
	 */
	public Set<String> dataSourceNames() {
		return Collections.unmodifiableSet(dataSources().keySet());
	}

	/**
	 * The bean name of a data source, looking through proxies.
	 * @return the name, {@link #UNKNOWN_DATA_SOURCE} when it is no bean
	 */
	public String nameOf(DataSource dataSource) {
		DataSource target = unwrap(dataSource);
		for (Map.Entry<String, DataSource> entry : dataSources().entrySet()) {
			if (unwrap(entry.getValue()) == target) {
				return entry.getKey();
			}
		}
		return UNKNOWN_DATA_SOURCE;
	}

	/**
	 * The product behind a data source. Answers at once; while the product is not known
	 * yet, it is asked for in the background.
	 * @param dataSourceName bean name of the data source
	 * @return the product's name, or null when it is not known yet
	 */
	public @Nullable String product(String dataSourceName) {
		String product = this.products.get(dataSourceName);
		DataSource dataSource = (product == null) ? dataSources().get(dataSourceName) : null;
		if (dataSource != null) {
			this.probe.ask(dataSourceName, unwrap(dataSource), (answer) -> this.products.put(dataSourceName, answer));
		}
		return product;
	}

	Set<String> connectedProducts() {
		Set<String> result = new LinkedHashSet<>();
		for (String name : dataSources().keySet()) {
			String product = product(name);
			if (product != null) {
				result.add(product);
			}
		}
		return result;
	}

	private Map<String, DataSource> dataSources() {
		Map<String, DataSource> result = this.dataSources;
		if (result == null) {
			result = new LinkedHashMap<>(this.beans.get());
			this.dataSources = result;
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
