package dev.resilientdb.retry;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.TransactionManagementConfigurer;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.util.StringUtils;

/**
 * Finds the transactions of a method, the way the transaction advice does: the manager
 * that its {@code @Transactional} or its class names, otherwise the configured or the
 * primary one.
 */
final class MethodTransactions {

	private final BeanFactory beanFactory;

	private final Supplier<TransactionManagers> managers;

	MethodTransactions(BeanFactory beanFactory, Supplier<TransactionManagers> managers) {
		this.beanFactory = beanFactory;
		this.managers = managers;
	}

	ManagedTransactions of(TransactionAttribute attribute, Class<?> targetClass) {
		return this.managers.get().observe(manager(attribute.getQualifier(), targetClass));
	}

	private TransactionManager manager(@Nullable String qualifier, Class<?> targetClass) {
		if (StringUtils.hasText(qualifier)) {
			return BeanFactoryAnnotationUtils.qualifiedBeanOfType(this.beanFactory, TransactionManager.class,
					qualifier);
		}
		TransactionManager ofType = managerOfType(targetClass);
		return (ofType != null) ? ofType : defaultManager();
	}

	// A qualifier of the type is a hint only: it may be meant for something else
	private @Nullable TransactionManager managerOfType(Class<?> targetClass) {
		String qualifier = BeanFactoryAnnotationUtils.getQualifierValue(targetClass);
		if (!StringUtils.hasText(qualifier)) {
			return null;
		}
		try {
			return BeanFactoryAnnotationUtils.qualifiedBeanOfType(this.beanFactory, TransactionManager.class,
					qualifier);
		}
		catch (NoSuchBeanDefinitionException ex) {
			return null;
		}
	}

	private TransactionManager defaultManager() {
		TransactionManagementConfigurer configurer = this.beanFactory
			.getBeanProvider(TransactionManagementConfigurer.class)
			.getIfUnique();
		return (configurer != null) ? configurer.annotationDrivenTransactionManager()
				: this.beanFactory.getBean(TransactionManager.class);
	}

}
