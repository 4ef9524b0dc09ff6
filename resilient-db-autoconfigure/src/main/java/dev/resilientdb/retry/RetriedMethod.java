package dev.resilientdb.retry;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;

/**
 * A method of a bean for which retries are asked.
 *
 * @param type the class of the bean
 * @param method the method, as the class declares or inherits it
 * @param origin what asks for retries
 * @param annotation the annotation, unless the property alone asks
 * @param attribute its transaction, unless it has none
 */
record RetriedMethod(Class<?> type, Method method, Origin origin, @Nullable DeadlockRetry annotation,
		@Nullable TransactionAttribute attribute) {

	String name() {
		return type().getName() + "." + method().getName();
	}

	boolean is(int modifier) {
		return (method().getModifiers() & modifier) != 0;
	}

	boolean isCallable() {
		return !is(Modifier.PRIVATE | Modifier.STATIC);
	}

	boolean beginsTransaction() {
		return attribute() != null && AdvisedMethods.beginsTransaction(attribute());
	}

	boolean alwaysBeginsTransaction() {
		return attribute() != null
				&& attribute().getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRES_NEW;
	}

	Misuse misuse(String found, String wayOut) {
		return new Misuse(name(), found, wayOut);
	}

	/**
	 * What asks for retries.
	 */
	enum Origin {

		/**
		 * An annotation on the method, or on one that it overrides or implements.
		 */
		METHOD,

		/**
		 * An annotation on its class or an interface.
		 */
		TYPE,

		/**
		 * {@code resilient-db.retry.scope} alone.
		 */
		PROPERTY

	}

}
