package dev.resilientdb.retry;

import java.lang.reflect.Method;
import java.util.function.IntSupplier;

import org.aopalliance.aop.Advice;

import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.core.Ordered;

/**
 * Places the retry advice around the transaction advice: a retry needs a new transaction.
 */
final class RetryAdvisor extends StaticMethodMatcherPointcutAdvisor {

	private static final long serialVersionUID = 1L;

	private final transient AdvisedMethods methods;

	private final transient IntSupplier transactionOrder;

	RetryAdvisor(AdvisedMethods methods, Advice advice, IntSupplier transactionOrder) {
		super(advice);
		this.methods = methods;
		this.transactionOrder = transactionOrder;
	}

	@Override
	public boolean matches(Method method, Class<?> targetClass) {
		return this.methods.isAdvised(method, targetClass);
	}

	@Override
	public int getOrder() {
		int order = this.transactionOrder.getAsInt();
		if (order == Ordered.HIGHEST_PRECEDENCE) {
			throw new TransactionAdviceOrderException();
		}
		return order - 1;
	}

}
