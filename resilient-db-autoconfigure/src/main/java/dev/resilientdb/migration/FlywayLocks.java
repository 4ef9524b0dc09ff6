package dev.resilientdb.migration;

import java.lang.reflect.Method;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.extensibility.ConfigurationExtension;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import dev.resilientdb.lint.FlywayLock;

/**
 * Tells how Flyway keeps other instances out of PostgreSQL. Asked by name, because its
 * module may be missing and its methods may have other names in other versions.
 */
final class FlywayLocks {

	private static final Logger logger = LoggerFactory.getLogger(FlywayLocks.class);

	private static final String EXTENSION = "org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension";

	private FlywayLocks() {
	}

	static FlywayLock of(Configuration configuration) {
		ClassLoader classes = FlywayLocks.class.getClassLoader();
		if (!ClassUtils.isPresent(EXTENSION, classes)) {
			return FlywayLock.UNKNOWN;
		}
		Class<? extends ConfigurationExtension> type = ClassUtils.resolveClassName(EXTENSION, classes)
			.asSubclass(ConfigurationExtension.class);
		ConfigurationExtension extension = configuration.getConfigurationExtension(type);
		return (extension != null) ? of(extension) : FlywayLock.TRANSACTIONAL;
	}

	private static FlywayLock of(ConfigurationExtension extension) {
		Method method = ReflectionUtils.findMethod(extension.getClass(), "isTransactionalLock");
		Object answer = (method != null) ? ask(method, extension) : null;
		if (answer instanceof Boolean transactional) {
			return transactional ? FlywayLock.TRANSACTIONAL : FlywayLock.SESSION;
		}
		return FlywayLock.UNKNOWN;
	}

	private static @Nullable Object ask(Method method, ConfigurationExtension extension) {
		try {
			return method.invoke(extension);
		}
		catch (ReflectiveOperationException ex) {
			logger.debug("Nobody knows whether Flyway's lock is transactional", ex);
			return null;
		}
	}

}
