package dev.resilientdb.retry;

import java.util.function.Supplier;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Has every transaction manager of the application listened to, Boot's and the
 * application's own: each as it is created, and when the application has started those
 * that came too early to be met or belong to a parent context.
 */
final class TransactionManagerPostProcessor implements BeanPostProcessor, SmartInitializingSingleton {

	private final ListableBeanFactory beanFactory;

	private final Supplier<TransactionManagers> managers;

	TransactionManagerPostProcessor(ListableBeanFactory beanFactory, Supplier<TransactionManagers> managers) {
		this.beanFactory = beanFactory;
		this.managers = managers;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof PlatformTransactionManager manager) {
			this.managers.get().observe(manager);
		}
		return bean;
	}

	@Override
	public void afterSingletonsInstantiated() {
		BeanFactoryUtils.beansOfTypeIncludingAncestors(this.beanFactory, PlatformTransactionManager.class, false, false)
			.values()
			.forEach(this.managers.get()::observe);
	}

}
