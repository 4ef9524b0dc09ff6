package dev.resilientdb.migration;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.resolver.ResolvedMigration;
import org.flywaydb.core.internal.info.MigrationInfoImpl;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The script that Flyway found for a migration. Up to 13.3 its API declares description
 * and type of it, and answers null.
 */
final class LocalScript {

	private static final boolean KNOWN = ClassUtils.isPresent("org.flywaydb.core.internal.info.MigrationInfoImpl",
			LocalScript.class.getClassLoader());

	private LocalScript() {
	}

	/**
	 * The script of a migration.
	 * @return null when there is none, or this Flyway does not tell
	 */
	static @Nullable ResolvedMigration of(MigrationInfo migration) {
		return KNOWN ? Inside.of(migration) : null;
	}

	/**
	 * Loaded only where the class exists.
	 */
	private static final class Inside {

		static @Nullable ResolvedMigration of(MigrationInfo migration) {
			return (migration instanceof MigrationInfoImpl known) ? known.getResolvedMigration() : null;
		}

	}

}
