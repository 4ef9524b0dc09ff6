package dev.resilientdb.retry;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.Advisor;
import org.springframework.aop.IntroductionAdvisor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.PointcutAdvisor;
import org.springframework.aop.SpringProxy;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.interceptor.AsyncExecutionInterceptor;
import org.springframework.aop.support.AopUtils;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.util.ClassUtils;

/**
 * The advice around a bean, outermost first, through all proxies that stand behind each
 * other.
 */
final class AdviceChain {

	static final int ABSENT = Integer.MAX_VALUE;

	private final List<Advised> proxies;

	private final Object target;

	private AdviceChain(List<Advised> proxies, Object target) {
		this.proxies = proxies;
		this.target = target;
	}

	/**
	 * The advice around a bean, none if it is not proxied.
	 * @return the advice, or null if the target changes from call to call or a proxy does
	 * not tell its advice
	 */
	static @Nullable AdviceChain of(Object bean) {
		List<Advised> proxies = new ArrayList<>();
		Object current = bean;
		while (current instanceof Advised advised) {
			proxies.add(advised);
			current = target(advised.getTargetSource());
		}
		if (current == null || current instanceof SpringProxy) {
			return null;
		}
		return new AdviceChain(proxies, current);
	}

	private static @Nullable Object target(TargetSource source) {
		try {
			return source.isStatic() ? source.getTarget() : null;
		}
		catch (Exception ex) {
			throw new IllegalStateException("Static target is not available", ex);
		}
	}

	boolean isEmpty() {
		return this.proxies.isEmpty();
	}

	Class<?> targetClass() {
		return this.target.getClass();
	}

	boolean hasSubclassProxy() {
		return this.proxies.stream().anyMatch(AopUtils::isCglibProxy);
	}

	/**
	 * Whether a call of the method reaches all the advice.
	 */
	boolean delivers(Method method) {
		return this.proxies.stream().allMatch((proxy) -> delivers(proxy, method));
	}

	private boolean delivers(Advised proxy, Method method) {
		if (!AopUtils.isJdkDynamicProxy(proxy)) {
			return !Modifier.isFinal(method.getModifiers());
		}
		for (Class<?> type : proxy.getProxiedInterfaces()) {
			for (Method declared : type.getMethods()) {
				if (declared.equals(method) || AopUtils.getMostSpecificMethod(declared, targetClass()).equals(method)) {
					return true;
				}
			}
		}
		return false;
	}

	int retryPosition(Method method) {
		return position(method, (advice) -> advice.advisor() instanceof RetryAdvisor);
	}

	/**
	 * Where a transaction begins.
	 */
	int transactionPosition(Method method) {
		return position(method, Place::beginsTransaction);
	}

	/**
	 * Where the call changes to another thread.
	 */
	int threadPosition(Method method) {
		return position(method, (place) -> place.advisor().getAdvice() instanceof AsyncExecutionInterceptor);
	}

	private int position(Method method, Predicate<Place> wanted) {
		int position = 0;
		for (int i = 0; i < this.proxies.size(); i++) {
			Object next = (i + 1 < this.proxies.size()) ? this.proxies.get(i + 1) : this.target;
			for (Advisor advisor : this.proxies.get(i).getAdvisors()) {
				Place place = new Place(advisor, visible(method, next), next.getClass());
				if (place.applies() && wanted.test(place)) {
					return position;
				}
				position++;
			}
		}
		return ABSENT;
	}

	// In front of a JDK proxy, only the interface is known
	private Method visible(Method method, Object next) {
		return Proxy.isProxyClass(next.getClass()) ? ClassUtils.getInterfaceMethodIfPossible(method, targetClass())
				: method;
	}

	private record Place(Advisor advisor, Method method, Class<?> type) {

		boolean applies() {
			if (!(advisor() instanceof PointcutAdvisor pointcutAdvisor)) {
				return !(advisor() instanceof IntroductionAdvisor);
			}
			Pointcut pointcut = pointcutAdvisor.getPointcut();
			return pointcut.getClassFilter().matches(type()) && pointcut.getMethodMatcher().matches(method(), type());
		}

		boolean beginsTransaction() {
			if (!(advisor().getAdvice() instanceof TransactionInterceptor interceptor)) {
				return false;
			}
			TransactionAttributeSource source = interceptor.getTransactionAttributeSource();
			TransactionAttribute attribute = (source != null) ? source.getTransactionAttribute(method(), type()) : null;
			return attribute != null && AdvisedMethods.beginsTransaction(attribute);
		}

	}

}
