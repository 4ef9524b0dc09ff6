package dev.resilientdb.migration;

import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

import org.springframework.util.ClassUtils;

import dev.resilientdb.lint.FlywayLock;

/**
 * Tells how Flyway keeps other instances out of PostgreSQL.
 */
final class FlywayLocks {

	private static final boolean POSTGRES_PRESENT = ClassUtils.isPresent(
			"org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension", FlywayLocks.class.getClassLoader());

	private FlywayLocks() {
	}

	static FlywayLock of(Configuration configuration) {
		return POSTGRES_PRESENT ? Postgres.of(configuration) : FlywayLock.UNKNOWN;
	}

	// Loaded only when Flyway can talk to PostgreSQL
	private static final class Postgres {

		static FlywayLock of(Configuration configuration) {
			PostgreSQLConfigurationExtension extension = configuration
				.getConfigurationExtension(PostgreSQLConfigurationExtension.class);
			return (extension == null || extension.isTransactionalLock()) ? FlywayLock.TRANSACTIONAL
					: FlywayLock.SESSION;
		}

	}

}
