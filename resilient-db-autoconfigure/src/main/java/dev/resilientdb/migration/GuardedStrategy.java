package dev.resilientdb.migration;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

import org.aopalliance.intercept.MethodInterceptor;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.aop.framework.AopConfigException;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The application's strategy, which runs only where the application changes the schema. A
 * strategy that migrates nothing is followed by a look at the schema.
 */
final class GuardedStrategy implements FlywayMigrationStrategy {

	private static final Logger logger = LoggerFactory.getLogger(GuardedStrategy.class);

	private final FlywayMigrationStrategy strategy;

	private final MigrationGuard guard;

	private GuardedStrategy(FlywayMigrationStrategy strategy, MigrationGuard guard) {
		this.strategy = strategy;
		this.guard = guard;
	}

	/**
	 * Guards a strategy, which stays of its own class if that can be extended.
	 */
	static FlywayMigrationStrategy around(FlywayMigrationStrategy strategy, MigrationGuard guard) {
		GuardedStrategy guarded = new GuardedStrategy(strategy, guard);
		try {
			return isOpen(ClassUtils.getUserClass(strategy)) ? guarded.ofTheSameClass() : guarded;
		}
		// Also when a signature names a class of an absent library
		catch (AopConfigException | IllegalStateException | LinkageError ex) {
			logger.debug("Strategy of {} cannot be injected by its class", strategy.getClass(), ex);
			return guarded;
		}
	}

	// A final method would work on the fields of the proxy, which are empty
	private static boolean isOpen(Class<?> type) {
		return !Modifier.isFinal(type.getModifiers())
				&& Arrays.stream(ReflectionUtils.getAllDeclaredMethods(type)).noneMatch(GuardedStrategy::isClosed);
	}

	private static boolean isClosed(Method method) {
		int modifiers = method.getModifiers();
		return Modifier.isFinal(modifiers) && !Modifier.isPrivate(modifiers) && !Modifier.isStatic(modifiers)
				&& method.getDeclaringClass() != Object.class;
	}

	private FlywayMigrationStrategy ofTheSameClass() {
		ProxyFactory factory = new ProxyFactory(this.strategy);
		factory.setProxyTargetClass(true);
		factory.addAdvice((MethodInterceptor) (invocation) -> {
			if (isMigrate(invocation.getMethod()) && invocation.getArguments()[0] instanceof Flyway flyway) {
				migrate(flyway);
				return null;
			}
			return invocation.proceed();
		});
		return (FlywayMigrationStrategy) factory.getProxy(this.strategy.getClass().getClassLoader());
	}

	private static boolean isMigrate(Method method) {
		return method.getName().equals("migrate")
				&& Arrays.equals(method.getParameterTypes(), new Class<?>[] { Flyway.class });
	}

	@Override
	public void migrate(Flyway flyway) {
		if (!(flyway instanceof GuardedFlyway guarded)) {
			this.strategy.migrate(flyway);
			return;
		}
		if (this.guard.changesSchema()) {
			this.strategy.migrate(guarded);
		}
		this.guard.lookOnce(guarded);
	}

}
