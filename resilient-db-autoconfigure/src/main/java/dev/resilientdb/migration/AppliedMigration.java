package dev.resilientdb.migration;

import java.time.Instant;

import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * A migration that a history tells of.
 *
 * @param script its script
 * @param installedOn when it was applied, null when the history does not tell
 * @param millis how long it took, null when the history does not tell
 */
public record AppliedMigration(String script, @Nullable Instant installedOn, @Nullable Integer millis) {

	@SuppressWarnings("JavaUtilDate") // Of Flyway
	static AppliedMigration of(MigrationInfo migration) {
		Instant installedOn = (migration.getInstalledOn() != null)
				? Instant.ofEpochMilli(migration.getInstalledOn().getTime()) : null;
		return new AppliedMigration(migration.getScript(), installedOn, migration.getExecutionTime());
	}

}
