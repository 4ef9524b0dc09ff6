package dev.resilientdb.constraint;

import java.util.Map;

import org.hibernate.cfg.Environment;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.BeanUtils;
import org.springframework.util.ClassUtils;

/**
 * Remembers the statements of one persistence unit, and leaves them to the application's
 * own inspector.
 */
final class RememberingInspector implements StatementInspector {

	private static final Logger logger = LoggerFactory.getLogger(RememberingInspector.class);

	private static final long serialVersionUID = 1L;

	// Null in a copy: Hibernate writes the inspector with a serialized session
	private final transient @Nullable StatementMemory memory;

	private final @Nullable StatementInspector own;

	private RememberingInspector(StatementMemory memory, @Nullable StatementInspector own) {
		this.memory = memory;
		this.own = own;
	}

	/**
	 * Places an inspector in front of the one that is configured as an object, a class or
	 * by its name. One that cannot be created stays as it is: Hibernate says why.
	 */
	static void install(Map<String, Object> settings, StatementMemory memory) {
		Object configured = settings.get(JdbcSettings.STATEMENT_INSPECTOR);
		if (configured == null) {
			// hibernate.properties, which a setting would replace
			configured = Environment.getProperties().get(JdbcSettings.STATEMENT_INSPECTOR);
		}
		try {
			settings.put(JdbcSettings.STATEMENT_INSPECTOR, new RememberingInspector(memory, create(configured)));
		}
		catch (ClassNotFoundException | RuntimeException | LinkageError ex) {
			logger.debug("Statement inspector {} cannot be accompanied", configured, ex);
		}
	}

	private static @Nullable StatementInspector create(@Nullable Object configured) throws ClassNotFoundException {
		if (configured == null || configured instanceof StatementInspector) {
			return (StatementInspector) configured;
		}
		Class<?> type = (configured instanceof Class<?> known) ? known
				: ClassUtils.forName(configured.toString(), ClassUtils.getDefaultClassLoader());
		return (StatementInspector) BeanUtils.instantiateClass(type);
	}

	@Override
	public @Nullable String inspect(String sql) {
		if (this.memory != null) {
			this.memory.add(this, sql);
		}
		return (this.own != null) ? this.own.inspect(sql) : sql;
	}

}
