package dev.resilientdb.retry;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.TransactionManagementConfigurer;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.util.StringUtils;

/**
 * Finds the transactions of a method, the way the transaction advice does: the manager
 * that its {@code @Transactional} names, otherwise the configured or the primary one.
 */
final class MethodTransactions {

	private final BeanFactory beanFactory;

	private final Supplier<TransactionManagers> managers;

	MethodTransactions(BeanFactory beanFactory, Supplier<TransactionManagers> managers) {
		this.beanFactory = beanFactory;
		this.managers = managers;
	}

	ManagedTransactions of(TransactionAttribute attribute) {
		return this.managers.get().observe(manager(attribute.getQualifier()));
	}

	private TransactionManager manager(@Nullable String qualifier) {
		if (StringUtils.hasText(qualifier)) {
			return BeanFactoryAnnotationUtils.qualifiedBeanOfType(this.beanFactory, TransactionManager.class,
					qualifier);
		}
		TransactionManagementConfigurer configurer = this.beanFactory
			.getBeanProvider(TransactionManagementConfigurer.class)
			.getIfUnique();
		return (configurer != null) ? configurer.annotationDrivenTransactionManager()
				: this.beanFactory.getBean(TransactionManager.class);
	}

}
