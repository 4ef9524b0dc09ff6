package dev.resilientdb.acquisition;

import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.util.ClassUtils;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Finds the chain of the data source that a transaction manager works on, when the first
 * transaction begins: looking earlier would create data sources before their turn.
 */
final class ManagerDataSource implements Supplier<@Nullable AcquisitionChain> {

	private static final boolean JPA_PRESENT = ClassUtils
		.isPresent("org.springframework.orm.jpa.EntityManagerFactoryInfo", ManagerDataSource.class.getClassLoader())
			&& ClassUtils.isPresent("jakarta.persistence.EntityManagerFactory",
					ManagerDataSource.class.getClassLoader());

	private final Object resourceFactory;

	private final Supplier<DatabaseProducts> products;

	private final Supplier<AcquisitionChains> chains;

	private volatile @Nullable String name;

	ManagerDataSource(Object resourceFactory, Supplier<DatabaseProducts> products, Supplier<AcquisitionChains> chains) {
		this.resourceFactory = resourceFactory;
		this.products = products;
		this.chains = chains;
	}

	@Override
	public @Nullable AcquisitionChain get() {
		String known = this.name;
		if (known == null) {
			known = name();
			this.name = known;
		}
		return this.chains.get().find(known);
	}

	private String name() {
		DataSource dataSource = (this.resourceFactory instanceof DataSource plain) ? plain
				: JPA_PRESENT ? Jpa.dataSource(this.resourceFactory) : null;
		return (dataSource == null || isLazy(dataSource)) ? DatabaseProducts.UNKNOWN_DATA_SOURCE
				: this.products.get().nameOf(dataSource);
	}

	private static boolean isLazy(DataSource dataSource) {
		DataSource current = dataSource;
		while (current instanceof DelegatingDataSource delegating) {
			if (current instanceof LazyConnectionDataSourceProxy) {
				return true;
			}
			current = delegating.getTargetDataSource();
		}
		return false;
	}

	// Loaded only when JPA is there
	private static final class Jpa {

		static @Nullable DataSource dataSource(Object resourceFactory) {
			return (resourceFactory instanceof EntityManagerFactoryInfo info) ? info.getDataSource() : null;
		}

	}

}
