package dev.resilientdb.retry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.util.ClassUtils;

import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.retry.ManagedTransactions.Visibility;

/**
 * Listens to transaction managers and knows what each of them works on. Managers of more
 * than one resource (JTA) tell too little about their commits and are left alone. Safe
 * for use by several threads.
 */
final class TransactionManagers {

	private static final Logger logger = LoggerFactory.getLogger(TransactionManagers.class);

	private static final boolean JPA_PRESENT = ClassUtils.isPresent("org.springframework.orm.jpa.EntityManagerHolder",
			TransactionManagers.class.getClassLoader())
			&& ClassUtils.isPresent("jakarta.persistence.EntityManagerFactory",
					TransactionManagers.class.getClassLoader());

	private final Map<TransactionManager, ManagedTransactions> managed = Collections
		.synchronizedMap(new WeakHashMap<>());

	private final Attempts attempts;

	private final DatabaseProducts products;

	private volatile boolean unheard;

	TransactionManagers(Attempts attempts, DatabaseProducts products) {
		this.attempts = attempts;
		this.products = products;
	}

	/**
	 * Starts to listen, unless it does already.
	 */
	ManagedTransactions observe(TransactionManager manager) {
		return this.managed.computeIfAbsent(unwrap(manager), this::create);
	}

	private static TransactionManager unwrap(TransactionManager manager) {
		TransactionManager current = manager;
		while (AopProxyUtils.getSingletonTarget(current) instanceof TransactionManager target) {
			current = target;
		}
		return current;
	}

	private ManagedTransactions create(TransactionManager manager) {
		Object key = (manager instanceof ResourceTransactionManager resourceManager)
				? resourceManager.getResourceFactory() : null;
		TransactionResource resource = resource(key);
		if (manager instanceof ConfigurableTransactionManager configurable) {
			listenFirst(configurable, new AttemptListener(this.attempts, resource, () -> this.unheard));
			if (key != null) {
				// Looking for the data sources now would create them before their turn
				return new ManagedTransactions(resource, key, new Late<>(() -> dataSourceName(key)),
						Visibility.OBSERVED);
			}
		}
		else {
			this.unheard = true;
		}
		logger.info("Transactions of {} are not retried: it does not tell what becomes of its commits",
				manager.getClass().getName());
		return new ManagedTransactions(resource, null, () -> DatabaseProducts.UNKNOWN_DATA_SOURCE, Visibility.OPAQUE);
	}

	// A listener that fails keeps the word from those behind it
	private static void listenFirst(ConfigurableTransactionManager manager, TransactionExecutionListener listener) {
		List<TransactionExecutionListener> listeners = new ArrayList<>();
		listeners.add(listener);
		listeners.addAll(manager.getTransactionExecutionListeners());
		manager.setTransactionExecutionListeners(listeners);
	}

	private static TransactionResource resource(@Nullable Object key) {
		TransactionResource jpa = JPA_PRESENT ? Jpa.resource(key) : null;
		return (jpa != null) ? jpa : new JdbcResource(key);
	}

	private String dataSourceName(Object key) {
		DataSource dataSource = (key instanceof DataSource plain) ? plain : JPA_PRESENT ? Jpa.dataSource(key) : null;
		return (dataSource != null) ? this.products.nameOf(dataSource) : DatabaseProducts.UNKNOWN_DATA_SOURCE;
	}

	// Loaded only when JPA is there
	private static final class Jpa {

		static @Nullable TransactionResource resource(@Nullable Object key) {
			return (key instanceof EntityManagerFactory factory) ? new JpaResource(factory) : null;
		}

		static @Nullable DataSource dataSource(Object key) {
			return (key instanceof EntityManagerFactoryInfo info) ? info.getDataSource() : null;
		}

	}

}
