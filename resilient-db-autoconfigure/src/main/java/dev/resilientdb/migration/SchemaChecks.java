package dev.resilientdb.migration;

import java.util.List;

/**
 * All that is looked for.
 *
 * @param setup without a connection
 * @param schema with one
 */
record SchemaChecks(List<SetupCheck> setup, List<SchemaCheck> schema) {

	SchemaChecks {
		setup = List.copyOf(setup);
		schema = List.copyOf(schema);
	}

	static SchemaChecks of(MigrationProperties properties) {
		ScriptTexts scripts = new ScriptTexts();
		return new SchemaChecks(List.of(new SettingsCheck()),
				List.of(new UnknownSchemaCheck(), new FailedMigrationCheck(), new HistoryStateCheck(),
						new HistoryContentCheck(scripts), new NewerSchemaCheck(properties.maxAhead()),
						new SharedHistoryCheck(), new GroupCheck()));
	}

}
