package dev.resilientdb.retry;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodClassKey;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.util.ClassUtils;

import dev.resilientdb.retry.RetryOperation.Declaration;
import dev.resilientdb.retry.RetryOperation.Joining;

/**
 * Finds out what the advice does with each method, once. Safe for use by several threads.
 */
final class AdvisedMethods {

	private static final Logger logger = LoggerFactory.getLogger(AdvisedMethods.class);

	private final Map<MethodClassKey, AdvisedMethod> methods = new ConcurrentHashMap<>();

	private final MethodTable called = new MethodTable();

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	private final Supplier<@Nullable TransactionAttributeSource> attributes;

	private final DeclarationParser parser;

	private final Predicate<@Nullable DeadlockRetry> scope;

	private final MethodTransactions transactions;

	private final Supplier<RetryStatistics> statistics;

	AdvisedMethods(Supplier<@Nullable TransactionAttributeSource> attributes, DeclarationParser parser,
			Predicate<@Nullable DeadlockRetry> scope, MethodTransactions transactions,
			Supplier<RetryStatistics> statistics) {
		this.attributes = attributes;
		this.parser = parser;
		this.scope = scope;
		this.transactions = transactions;
		this.statistics = statistics;
	}

	/**
	 * What to do with a method, or null to leave it alone.
	 * @param targetClass the class of the object that the proxy calls
	 */
	@Nullable AdvisedMethod find(Method method, Class<?> targetClass) {
		AdvisedMethod called = this.called.find(method, targetClass);
		if (called != null) {
			return called;
		}
		AdvisedMethod found = resolve(method, targetClass);
		if (found != null) {
			this.called.add(method, targetClass, found);
		}
		return found;
	}

	/**
	 * Whether there is anything to do with a method.
	 */
	boolean isAdvised(Method method, Class<?> targetClass) {
		return resolve(method, targetClass) != null;
	}

	private @Nullable AdvisedMethod resolve(Method method, Class<?> targetClass) {
		MethodClassKey key = new MethodClassKey(method, targetClass);
		AdvisedMethod known = this.methods.get(key);
		if (known != null || method.getDeclaringClass() == Object.class) {
			return known;
		}
		AdvisedMethod found = create(method, targetClass);
		return (found != null) ? this.methods.computeIfAbsent(key, (missing) -> found) : null;
	}

	private @Nullable AdvisedMethod create(Method method, Class<?> targetClass) {
		TransactionAttribute attribute = attribute(method, targetClass);
		Method specific = AopUtils.getMostSpecificMethod(method, targetClass);
		if (attribute == null) {
			warnWithoutTransaction(specific, targetClass);
			return null;
		}
		String name = name(method, targetClass);
		DeadlockRetry annotation = annotation(specific, method, targetClass, method.getDeclaringClass());
		Supplier<ManagedTransactions> managed = new Late<>(() -> this.transactions.of(attribute, targetClass));
		if (!beginsTransaction(attribute)) {
			warnWithoutTransaction(specific, targetClass);
			return new AdvisedMethod(name, managed, null);
		}
		if (!this.scope.test(annotation)) {
			return new AdvisedMethod(name, managed, null);
		}
		RetryOperation operation = operation(annotation, name, attribute, managed);
		return new AdvisedMethod(operation.name(), managed, operation);
	}

	private RetryOperation operation(@Nullable DeadlockRetry annotation, String name, TransactionAttribute attribute,
			Supplier<ManagedTransactions> managed) {
		Declaration declaration = (annotation != null) ? this.parser.parse(annotation, name)
				: Declaration.ofDefaults(name);
		Joining joining = (attribute.getPropagationBehavior() == TransactionDefinition.PROPAGATION_REQUIRES_NEW)
				? Joining.ALWAYS_NEW : Joining.JOINS;
		return new RetryOperation(declaration, joining, managed,
				new Late<>(() -> this.statistics.get().method(declaration.name(), managed.get().dataSource())));
	}

	private @Nullable TransactionAttribute attribute(Method method, Class<?> targetClass) {
		TransactionAttributeSource source = this.attributes.get();
		return (source != null) ? source.getTransactionAttribute(method, targetClass) : null;
	}

	static boolean beginsTransaction(TransactionAttribute attribute) {
		return switch (attribute.getPropagationBehavior()) {
			case TransactionDefinition.PROPAGATION_REQUIRED, TransactionDefinition.PROPAGATION_REQUIRES_NEW,
					TransactionDefinition.PROPAGATION_NESTED ->
				true;
			default -> false;
		};
	}

	private void warnWithoutTransaction(Method method, Class<?> targetClass) {
		MergedAnnotation<DeadlockRetry> annotation = MergedAnnotations.from(method).get(DeadlockRetry.class);
		if (annotation.isPresent() && this.scope.test(annotation.synthesize())
				&& this.warned.add(name(method, targetClass))) {
			logger.warn("@DeadlockRetry on {} has no effect: the method begins no transaction of its own, so that"
					+ " nothing proves that running it again is safe. Add @Transactional to it, or use"
					+ " DeadlockRetryTemplate.", name(method, targetClass));
		}
	}

	static @Nullable DeadlockRetry annotation(AnnotatedElement... elements) {
		for (AnnotatedElement element : elements) {
			MergedAnnotation<DeadlockRetry> annotation = MergedAnnotations.from(element, SearchStrategy.TYPE_HIERARCHY)
				.get(DeadlockRetry.class);
			if (annotation.isPresent()) {
				return annotation.synthesize();
			}
		}
		return null;
	}

	private static String name(Method method, Class<?> targetClass) {
		Class<?> named = ClassUtils.getUserClass(targetClass);
		if (Proxy.isProxyClass(named) || ClassUtils.isLambdaClass(named) || named.isAnonymousClass()) {
			Class<?>[] interfaces = named.getInterfaces();
			named = (interfaces.length > 0) ? interfaces[0] : method.getDeclaringClass();
		}
		return named.getSimpleName() + "." + method.getName();
	}

}
