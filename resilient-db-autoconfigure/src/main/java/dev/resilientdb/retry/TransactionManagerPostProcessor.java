package dev.resilientdb.retry;

import java.util.function.Supplier;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.ConfigurableTransactionManager;

/**
 * Has every transaction manager of the application listened to, Boot's and the
 * application's own.
 */
final class TransactionManagerPostProcessor implements BeanPostProcessor {

	private final Supplier<TransactionManagers> managers;

	TransactionManagerPostProcessor(Supplier<TransactionManagers> managers) {
		this.managers = managers;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof ConfigurableTransactionManager manager) {
			this.managers.get().observe(manager);
		}
		return bean;
	}

}
