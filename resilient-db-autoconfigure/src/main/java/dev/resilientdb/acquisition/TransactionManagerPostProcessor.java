package dev.resilientdb.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.ResourceTransactionManager;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Has every transaction manager with one resource tell the interceptors of its data
 * source when transactions begin and end.
 */
final class TransactionManagerPostProcessor implements BeanPostProcessor {

	private final Supplier<DatabaseProducts> products;

	private final Supplier<AcquisitionChains> chains;

	TransactionManagerPostProcessor(Supplier<DatabaseProducts> products, Supplier<AcquisitionChains> chains) {
		this.products = products;
		this.chains = chains;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof ConfigurableTransactionManager manager
				&& bean instanceof ResourceTransactionManager resourceManager) {
			listenFirst(manager, resourceManager.getResourceFactory());
		}
		return bean;
	}

	// A refusal keeps the listeners behind from waiting for an end that never comes
	private void listenFirst(ConfigurableTransactionManager manager, Object resourceFactory) {
		List<TransactionExecutionListener> listeners = new ArrayList<>();
		listeners.add(new TransactionListener(new ManagerDataSource(resourceFactory, this.products, this.chains)));
		listeners.addAll(manager.getTransactionExecutionListeners());
		manager.setTransactionExecutionListeners(listeners);
	}

}
