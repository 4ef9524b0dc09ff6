package dev.resilientdb.retry;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.interceptor.TransactionAttributeSource;

import dev.resilientdb.retry.RetriedMethod.Origin;

/**
 * Refuses beans whose methods ask for retries that would not happen, and warns once of
 * what is dangerous or useless only. Methods for which the property alone asks are never
 * refused: nobody meant them in particular. Safe for use by several threads.
 */
final class MisuseExaminer {

	private static final Logger logger = LoggerFactory.getLogger(MisuseExaminer.class);

	private static final List<MisuseRule> WARNINGS = List.of(new StackedRetryRule(), new OneShotArgumentRule());

	private final SelfCallRule selfCalls = new SelfCallRule();

	private final DriverReplayRule driverReplay = new DriverReplayRule();

	private final Set<Misuse> warned = ConcurrentHashMap.newKeySet();

	private final List<MisuseRule> refusals;

	private final ProxyCreation creation;

	private final RetriedMethods methods;

	private final Supplier<@Nullable TransactionAttributeSource> attributes;

	MisuseExaminer(ProxyCreation creation, RetriedMethods methods,
			Supplier<@Nullable TransactionAttributeSource> attributes) {
		this.creation = creation;
		this.methods = methods;
		this.attributes = attributes;
		this.refusals = List.of(new ReachableMethodRule(), new AsyncRule(creation::isAsyncWoven), new ReturnTypeRule(),
				new ReadOnlyRule(), new AdviceOrderRule(creation));
	}

	/**
	 * Looks at a class whose bean does not exist yet, or at a bean.
	 * @param chain the advice around the bean, or null while there is no bean
	 * @return the methods in question
	 * @throws RetryMisuseException when the bean is refused
	 */
	List<RetriedMethod> examine(Class<?> type, @Nullable AdviceChain chain) {
		List<RetriedMethod> found = this.methods.of(type);
		List<Misuse> refused = new ArrayList<>();
		for (RetriedMethod method : found) {
			Misuse misuse = (method.origin() != Origin.PROPERTY) ? first(this.refusals, method, chain) : null;
			if (misuse != null) {
				refused.add(misuse);
			}
		}
		if (!refused.isEmpty()) {
			throw new RetryMisuseException(refused);
		}
		warn(type, found);
		return found;
	}

	/**
	 * Looks at a bean before it gets its proxy, which its class may not allow.
	 */
	void examineFinal(String beanName, Class<?> type) {
		if (!Modifier.isFinal(type.getModifiers()) || !this.methods.isCandidate(type)) {
			return;
		}
		for (RetriedMethod method : this.methods.of(type)) {
			if (method.origin() != Origin.PROPERTY && method.isCallable() && method.beginsTransaction()
					&& this.creation.makesSubclass(beanName, type)) {
				throw new RetryMisuseException(List
					.of(method.misuse("belongs to a final class: its proxy would have to be a subclass",
							"Make the class not final (in Kotlin, declare it open or use the kotlin-spring plugin), or"
									+ " let it implement an interface and set spring.aop.proxy-target-class=false.")));
			}
		}
	}

	void examine(String beanName, DataSource dataSource) {
		this.driverReplay.check(beanName, dataSource).forEach(this::warn);
	}

	private static @Nullable Misuse first(List<MisuseRule> rules, RetriedMethod method, @Nullable AdviceChain chain) {
		for (MisuseRule rule : rules) {
			Misuse misuse = rule.check(method, chain);
			if (misuse != null) {
				return misuse;
			}
		}
		return null;
	}

	private void warn(Class<?> type, List<RetriedMethod> found) {
		for (RetriedMethod method : found) {
			for (MisuseRule rule : method.beginsTransaction() ? WARNINGS : List.<MisuseRule>of()) {
				Misuse misuse = rule.check(method, null);
				if (misuse != null) {
					warn(misuse);
				}
			}
		}
		TransactionAttributeSource source = this.attributes.get();
		if (!found.isEmpty() && source != null) {
			this.selfCalls.check(type, found, source).forEach(this::warn);
		}
	}

	private void warn(Misuse misuse) {
		if (this.warned.add(misuse)) {
			logger.warn("{}. {}", misuse, misuse.wayOut());
		}
	}

}
