package dev.resilientdb.retry;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractAutowireCapableBeanFactory;
import org.springframework.beans.factory.support.MergedBeanDefinitionPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.util.ClassUtils;

/**
 * Looks at the application's beans: at those of the start together, when all proxies
 * stand, at the classes of lazy ones then too, and at each later one as it is created.
 * Registered before the proxy creators, so that it meets the beans that come too early
 * for them; Spring moves post-processors of bean definitions to the end afterwards.
 */
final class MisusePostProcessor
		implements MergedBeanDefinitionPostProcessor, SmartInitializingSingleton, PriorityOrdered {

	private static final Logger logger = LoggerFactory.getLogger(MisusePostProcessor.class);

	private final Queue<Created> pending = new ConcurrentLinkedQueue<>();

	private final Set<String> examined = ConcurrentHashMap.newKeySet();

	private final ConfigurableListableBeanFactory beanFactory;

	private final RetriedMethods methods;

	private final MisuseExaminer examiner;

	private final Supplier<RetryAdvisor> advisor;

	private volatile boolean started;

	MisusePostProcessor(ConfigurableListableBeanFactory beanFactory, RetriedMethods methods, MisuseExaminer examiner,
			Supplier<RetryAdvisor> advisor) {
		this.beanFactory = beanFactory;
		this.methods = methods;
		this.examiner = examiner;
		this.advisor = advisor;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessMergedBeanDefinition(RootBeanDefinition definition, Class<?> type, String name) {
		// Implemented for its place among the post-processors
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (!isMeantRaw(name)) {
			this.examiner.examineFinal(name, bean.getClass());
		}
		return bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (bean instanceof DataSource dataSource) {
			this.examiner.examine(name, dataSource);
		}
		if (!isMeantRaw(name) && types(bean).stream().anyMatch(this.methods::isCandidate)) {
			if (!this.started) {
				this.pending.add(new Created(name, bean));
			}
			else if (!this.examined.contains(name) && !isUnfinished(bean, name)) {
				examine(bean);
				this.examined.add(name);
			}
		}
		return bean;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.started = true;
		for (Created created = this.pending.poll(); created != null; created = this.pending.poll()) {
			examine(exposed(created));
		}
		for (String name : this.beanFactory.getBeanDefinitionNames()) {
			Class<?> type = this.beanFactory.containsSingleton(name) ? null : type(name);
			if (type != null && this.methods.isCandidate(type)) {
				examineDeclarations(type);
			}
		}
	}

	private void examine(Object bean) {
		AdviceChain chain = AdviceChain.of(bean);
		if (chain != null) {
			types(bean).forEach((type) -> this.examiner.examine(type, chain));
		}
	}

	// Reading a declaration refuses what cannot be obeyed
	private void examineDeclarations(Class<?> type) {
		for (RetriedMethod method : this.examiner.examine(type, null)) {
			this.advisor.get().matches(method.method(), type);
		}
	}

	// What stands in the singleton's place by now
	private Object exposed(Created created) {
		Object singleton = this.beanFactory.getSingleton(created.name());
		return (singleton == null || singleton instanceof FactoryBean<?>) ? created.bean() : singleton;
	}

	private static boolean isMeantRaw(@Nullable String name) {
		return name == null || name.endsWith(AutowireCapableBeanFactory.ORIGINAL_INSTANCE_SUFFIX);
	}

	// With circular references, others may hold a proxy that is not here yet
	private boolean isUnfinished(Object bean, String name) {
		return !(bean instanceof Advised) && this.beanFactory instanceof AbstractAutowireCapableBeanFactory factory
				&& factory.isAllowCircularReferences() && this.beanFactory.isCurrentlyInCreation(name);
	}

	private @Nullable Class<?> type(String name) {
		try {
			boolean template = this.beanFactory.getBeanDefinition(name).isAbstract();
			Class<?> type = template ? null : this.beanFactory.getType(name, false);
			return (type != null) ? ClassUtils.getUserClass(type) : null;
		}
		catch (BeansException | LinkageError ex) {
			logger.debug("Class of bean '{}' cannot be examined", name, ex);
			return null;
		}
	}

	/**
	 * The class behind the proxies, and the interfaces if it is made up from them.
	 */
	private static Collection<Class<?>> types(Object bean) {
		Class<?> type = (bean instanceof Advised && !(bean instanceof FactoryBean<?>))
				? AopProxyUtils.ultimateTargetClass(bean) : ClassUtils.getUserClass(bean);
		if (!ClassUtils.isLambdaClass(type) && !Proxy.isProxyClass(type)) {
			return withMissingInterfaces(type, bean);
		}
		return List.of(type.getInterfaces());
	}

	// A repository's interface has methods that its class does not implement
	private static Collection<Class<?>> withMissingInterfaces(Class<?> type, Object bean) {
		if (!Proxy.isProxyClass(bean.getClass())) {
			return List.of(type);
		}
		Set<Class<?>> result = new LinkedHashSet<>(List.of(type));
		for (Class<?> proxied : AopProxyUtils.proxiedUserInterfaces(bean)) {
			if (!proxied.isAssignableFrom(type)) {
				result.add(proxied);
			}
		}
		return result;
	}

	private record Created(String name, Object bean) {
	}

}
