package dev.resilientdb.migration;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;

/**
 * Puts the guard around every Flyway, before its own initialization, and around every
 * strategy of the application, after it.
 */
final class FlywayPostProcessor implements BeanPostProcessor {

	private static final Logger logger = LoggerFactory.getLogger(FlywayPostProcessor.class);

	private final ObjectProvider<MigrationGuard> guard;

	FlywayPostProcessor(ObjectProvider<MigrationGuard> guard) {
		this.guard = guard;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		return (bean instanceof Flyway flyway) ? guarded(flyway, beanName) : bean;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		return (bean instanceof FlywayMigrationStrategy strategy)
				? GuardedStrategy.around(strategy, this.guard.getObject()) : bean;
	}

	private Flyway guarded(Flyway flyway, String beanName) {
		if (flyway.getClass() != Flyway.class) {
			logger.warn("Flyway '{}' is not guarded: its class {} is not Flyway's own", beanName,
					flyway.getClass().getName());
			return flyway;
		}
		return new GuardedFlyway(beanName, flyway.getConfiguration(), this.guard.getObject());
	}

}
