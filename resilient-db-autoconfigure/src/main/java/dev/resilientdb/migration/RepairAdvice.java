package dev.resilientdb.migration;

import org.flywaydb.core.api.MigrationInfo;

/**
 * The way out of a failed migration, which nobody takes but the reader.
 */
final class RepairAdvice {

	private RepairAdvice() {
	}

	static String ofFailed(SchemaState state, MigrationInfo migration) {
		String table = state.history().qualifiedTable();
		return ("Compare the schema with %s. Undo by hand what it did and delete its row, or do by hand what is"
				+ " missing and set success to true: DELETE FROM %s WHERE installed_rank = %d; or UPDATE %s SET success"
				+ " = true WHERE installed_rank = %d;")
			.formatted(migration.getScript(), table, migration.getInstalledRank(), table, migration.getInstalledRank());
	}

}
