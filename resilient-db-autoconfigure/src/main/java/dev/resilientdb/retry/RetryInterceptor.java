package dev.resilientdb.retry;

import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.beans.BeansException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands around the transaction advice: repeats what may be repeated, and reports the
 * failures of all transactional methods.
 */
final class RetryInterceptor implements MethodInterceptor {

	private static final Logger logger = LoggerFactory.getLogger(RetryInterceptor.class);

	private final AdvisedMethods methods;

	private final Attempts attempts;

	private final Supplier<RetryEngine> engine;

	private final Supplier<AttemptJudge> judge;

	RetryInterceptor(AdvisedMethods methods, Attempts attempts, Supplier<RetryEngine> engine,
			Supplier<AttemptJudge> judge) {
		this.methods = methods;
		this.attempts = attempts;
		this.engine = engine;
		this.judge = judge;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object target = invocation.getThis();
		AdvisedMethod method = (target != null) ? this.methods.find(invocation.getMethod(), target.getClass()) : null;
		if (method == null) {
			return invocation.proceed();
		}
		RetryOperation operation = method.operation();
		if (operation == null) {
			return observed(invocation, method);
		}
		return this.engine.get().execute(operation, new AdvisedCall(this, (ProxyMethodInvocation) invocation, method));
	}

	private @Nullable Object observed(MethodInvocation invocation, AdvisedMethod method) throws Throwable {
		try {
			return invocation.proceed();
		}
		catch (Throwable ex) {
			this.attempts.failedInside(ex);
			if (!TransactionSynchronizationManager.isActualTransactionActive()) {
				report(method, ex);
			}
			throw ex;
		}
	}

	// Without a transaction manager, or while it starts, an application keeps its
	// exception
	private void report(AdvisedMethod method, Throwable thrown) {
		try {
			this.judge.get().observe(method, thrown);
		}
		catch (BeansException ex) {
			logger.debug("Failure of {} is not counted", method.name(), ex);
		}
	}

	private record AdvisedCall(RetryInterceptor advice, ProxyMethodInvocation invocation,
			AdvisedMethod method) implements RetriableCall {

		// An invocation proceeds only once: each attempt needs its own
		@Override
		public @Nullable Object attempt() throws Throwable {
			return this.invocation.invocableClone().proceed();
		}

		@Override
		public @Nullable Object passThrough() throws Throwable {
			return this.advice.observed(this.invocation, this.method);
		}

	}

}
