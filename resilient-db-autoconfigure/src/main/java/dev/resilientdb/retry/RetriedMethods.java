package dev.resilientdb.retry;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.ConcurrentReferenceHashMap;
import org.springframework.util.ReflectionUtils;

import dev.resilientdb.retry.RetriedMethod.Origin;

/**
 * Finds the methods of a class for which retries are asked, those that no proxy can reach
 * included. Most classes have none, and that is found out once for each of their types.
 * Safe for use by several threads.
 */
final class RetriedMethods {

	private static final Logger logger = LoggerFactory.getLogger(RetriedMethods.class);

	private final Map<Class<?>, Boolean> annotated = new ConcurrentReferenceHashMap<>();

	private final Supplier<@Nullable TransactionAttributeSource> attributes;

	private final Predicate<@Nullable DeadlockRetry> scope;

	RetriedMethods(Supplier<@Nullable TransactionAttributeSource> attributes,
			Predicate<@Nullable DeadlockRetry> scope) {
		this.attributes = attributes;
		this.scope = scope;
	}

	/**
	 * Whether the class may have such methods. Cheap.
	 */
	boolean isCandidate(Class<?> type) {
		if (this.scope.test(null)) {
			return AnnotationUtils.isCandidateClass(type, DeadlockRetry.class);
		}
		for (Class<?> current = type; current != null && current != Object.class; current = current.getSuperclass()) {
			if (isAnnotated(current)) {
				return true;
			}
		}
		return ClassUtils.getAllInterfacesForClassAsSet(type).stream().anyMatch(this::isAnnotated);
	}

	List<RetriedMethod> of(Class<?> type) {
		TransactionAttributeSource source = this.attributes.get();
		if (source == null || !isCandidate(type)) {
			return List.of();
		}
		List<RetriedMethod> result = new ArrayList<>();
		for (Method method : declaredMethods(type)) {
			RetriedMethod retried = find(method, type, source);
			if (retried != null) {
				result.add(retried);
			}
		}
		return result;
	}

	private @Nullable RetriedMethod find(Method method, Class<?> type, TransactionAttributeSource source) {
		DeadlockRetry onMethod = AdvisedMethods.annotation(method);
		DeadlockRetry effective = (onMethod != null) ? onMethod
				: AdvisedMethods.annotation(type, method.getDeclaringClass());
		if (!this.scope.test(effective) || (effective != null && effective.maxAttempts() == 1)) {
			return null;
		}
		TransactionAttribute attribute = source.getTransactionAttribute(method, type);
		Origin origin = (onMethod != null) ? Origin.METHOD : (effective != null) ? Origin.TYPE : Origin.PROPERTY;
		RetriedMethod retried = new RetriedMethod(type, method, origin, effective, attribute);
		return (origin == Origin.METHOD || isMeant(retried)) ? retried : null;
	}

	// A class speaks for what its callers see, not for its inner workings
	private static boolean isMeant(RetriedMethod method) {
		return method.isCallable() && method.is(Modifier.PUBLIC) && method.beginsTransaction();
	}

	private static Set<Method> declaredMethods(Class<?> type) {
		Set<Method> methods = new LinkedHashSet<>();
		try {
			for (Method method : ReflectionUtils.getUniqueDeclaredMethods(type)) {
				if (method.getDeclaringClass() != Object.class && !method.isSynthetic()) {
					methods.add(method);
				}
			}
		}
		catch (IllegalStateException | LinkageError ex) {
			logger.debug("Methods of {} cannot be examined", type.getName(), ex);
		}
		return methods;
	}

	private boolean isAnnotated(Class<?> type) {
		return AnnotationUtils.isCandidateClass(type, DeadlockRetry.class)
				&& this.annotated.computeIfAbsent(type, RetriedMethods::carriesAnnotation);
	}

	private static boolean carriesAnnotation(Class<?> type) {
		if (carries(type)) {
			return true;
		}
		try {
			for (Method method : type.getDeclaredMethods()) {
				if (carries(method)) {
					return true;
				}
			}
		}
		catch (LinkageError ex) {
			logger.debug("Methods of {} cannot be examined", type.getName(), ex);
		}
		return false;
	}

	private static boolean carries(AnnotatedElement element) {
		return MergedAnnotations.from(element).isPresent(DeadlockRetry.class);
	}

}
