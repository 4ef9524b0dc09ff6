package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

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

	/**
	 * Those that are always there.
	 * @param bookkeeper knows what was recorded, null when nothing is
	 * @param later more of them
	 */
	static SchemaChecks of(MigrationProperties properties, @Nullable Bookkeeper bookkeeper, SchemaCheck... later) {
		SpaceHint hint = new SpaceHint(new ScriptTexts(), bookkeeper);
		List<SchemaCheck> schema = new ArrayList<>(List.of(new SharedHistoryCheck(), new UnknownSchemaCheck(),
				new FailedMigrationCheck(), new HistoryStateCheck(), new HistoryContentCheck(hint),
				new NewerSchemaCheck(properties.maxAhead()), new GroupCheck(), new RightsCheck(properties.mode()),
				new LeftoverCheck()));
		schema.addAll(List.of(later));
		return new SchemaChecks(List.of(new SettingsCheck(), new PoolSizeCheck()), schema);
	}

}
