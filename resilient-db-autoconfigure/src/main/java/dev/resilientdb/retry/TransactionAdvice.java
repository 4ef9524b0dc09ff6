package dev.resilientdb.retry;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.BeanCurrentlyInCreationException;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.config.TransactionManagementConfigUtils;
import org.springframework.transaction.interceptor.TransactionAttributeSource;

/**
 * The application's transaction advice, as far as the retry advice has to agree with it.
 */
final class TransactionAdvice {

	private final BeanFactory beanFactory;

	private volatile @Nullable TransactionAttributeSource attributes;

	TransactionAdvice(BeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * What makes methods transactional.
	 * @return the source, or null while the transaction advice is being created: the
	 * beans asked about meanwhile are its own
	 */
	@Nullable TransactionAttributeSource attributes() {
		TransactionAttributeSource known = this.attributes;
		if (known == null) {
			known = create();
			this.attributes = known;
		}
		return known;
	}

	private @Nullable TransactionAttributeSource create() {
		try {
			return this.beanFactory.getBeanProvider(TransactionAttributeSource.class)
				.getIfUnique(() -> new AnnotationTransactionAttributeSource(false));
		}
		catch (BeanCreationException ex) {
			if (ex.getMostSpecificCause() instanceof BeanCurrentlyInCreationException) {
				return null;
			}
			throw ex;
		}
	}

	/**
	 * The order of the transaction advice.
	 */
	int order() {
		String name = TransactionManagementConfigUtils.TRANSACTION_ADVISOR_BEAN_NAME;
		if (this.beanFactory.containsBean(name) && this.beanFactory.getBean(name) instanceof Ordered ordered) {
			return ordered.getOrder();
		}
		return Ordered.LOWEST_PRECEDENCE;
	}

}
