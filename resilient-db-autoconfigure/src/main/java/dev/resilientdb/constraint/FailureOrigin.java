package dev.resilientdb.constraint;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.DatabaseProducts;
import dev.resilientdb.failure.FailureEvent;

/**
 * Tells where a failure comes from that is met on its way to the caller: from the data
 * source of the running transaction, or else the only one of its product.
 */
final class FailureOrigin {

	static final String UNKNOWN_METHOD = "unknown";

	private final DatabaseProducts products;

	private final InstantSource clock;

	FailureOrigin(DatabaseProducts products, InstantSource clock) {
		this.products = products;
		this.clock = clock;
	}

	/**
	 * The event that a transaction boundary would have reported.
	 * @param dataSource the data source, null when it has to be found out
	 */
	FailureEvent event(DatabaseFailure failure, @Nullable DataSource dataSource) {
		String name = (dataSource != null) ? this.products.nameOf(dataSource) : DatabaseProducts.UNKNOWN_DATA_SOURCE;
		if (DatabaseProducts.UNKNOWN_DATA_SOURCE.equals(name)) {
			name = only(failure.product());
		}
		return new FailureEvent(this.clock.instant(), name, method(), failure);
	}

	private String only(String product) {
		Set<String> inUse = inUse();
		List<String> candidates = new ArrayList<>();
		Collection<String> names = inUse.isEmpty() ? this.products.dataSourceNames() : inUse;
		for (String name : names) {
			String known = this.products.product(name);
			if (known == null || known.equals(product) || DatabaseFailure.UNKNOWN_PRODUCT.equals(product)) {
				candidates.add(name);
			}
		}
		return (candidates.size() == 1) ? candidates.get(0) : DatabaseProducts.UNKNOWN_DATA_SOURCE;
	}

	private Set<String> inUse() {
		Set<String> names = new LinkedHashSet<>();
		for (Object key : TransactionSynchronizationManager.getResourceMap().keySet()) {
			if (key instanceof DataSource dataSource) {
				names.add(this.products.nameOf(dataSource));
			}
		}
		names.remove(DatabaseProducts.UNKNOWN_DATA_SOURCE);
		return names;
	}

	// Spring calls a transaction after its method, with package and outer classes
	private static String method() {
		String name = TransactionSynchronizationManager.getCurrentTransactionName();
		int dot = (name != null) ? name.lastIndexOf('.') : -1;
		if (name == null || dot < 0) {
			return UNKNOWN_METHOD;
		}
		int type = Math.max(name.lastIndexOf('.', dot - 1), name.lastIndexOf('$', dot - 1));
		return name.substring(type + 1);
	}

}
