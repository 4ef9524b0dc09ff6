package dev.resilientdb.migration;

import org.flywaydb.core.api.MigrationInfo;

/**
 * The way out of a failed migration, which nobody takes but the reader.
 */
final class RepairAdvice {

	private RepairAdvice() {
	}

	static String ofFailed(SchemaState state, MigrationInfo migration) {
		HistorySql sql = HistorySql.of(state);
		return ("Compare the schema with what %s does. Either undo by hand what it has done, delete its row with %s"
				+ " and start again, so that it is applied anew; or do by hand what is missing and mark it as applied"
				+ " with %s")
			.formatted(migration.getScript(), sql.deleteRow(migration), sql.markApplied(migration));
	}

	/**
	 * The way out when the script is not there, so that nobody could apply it anew.
	 */
	static String ofMissing(SchemaState state, MigrationInfo migration) {
		return "Get the script from whoever applied it, undo by hand what it has done, and delete its row with "
				+ HistorySql.of(state).deleteRow(migration);
	}

}
