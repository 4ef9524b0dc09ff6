package dev.resilientdb.migration;

import java.lang.reflect.Method;

import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Whether Flyway holds its lock in a transaction on PostgreSQL. Asked by name, because
 * its module may be missing and its methods have other names in other versions.
 */
final class TransactionalLock {

	private static final Logger logger = LoggerFactory.getLogger(TransactionalLock.class);

	private static final String EXTENSION = "org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension";

	private TransactionalLock() {
	}

	/**
	 * Whether it was switched off, false when nobody knows.
	 */
	static boolean isOff(Configuration configuration) {
		try {
			Object extension = extension(configuration);
			Method method = (extension != null)
					? ReflectionUtils.findMethod(extension.getClass(), "isTransactionalLock") : null;
			return method != null && Boolean.FALSE.equals(method.invoke(extension));
		}
		catch (ReflectiveOperationException ex) {
			logger.debug("Nobody knows whether Flyway's lock is transactional", ex);
			return false;
		}
	}

	private static @Nullable Object extension(Configuration configuration) throws ReflectiveOperationException {
		if (!ClassUtils.isPresent(EXTENSION, TransactionalLock.class.getClassLoader())) {
			return null;
		}
		Class<?> type = ClassUtils.forName(EXTENSION, TransactionalLock.class.getClassLoader());
		Object register = configuration.getPluginRegister();
		for (String name : new String[] { "getExact", "getPlugin" }) {
			Method method = ReflectionUtils.findMethod(register.getClass(), name, Class.class);
			if (method != null) {
				return method.invoke(register, type);
			}
		}
		return null;
	}

}
