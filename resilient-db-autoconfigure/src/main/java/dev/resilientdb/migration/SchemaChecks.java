package dev.resilientdb.migration;

import java.util.ArrayList;
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
		return new SchemaChecks(List.of(), List.of(new HistoryStateCheck(), new HistoryContentCheck(scripts),
				new NewerSchemaCheck(properties.maxAhead())));
	}

	/**
	 * Adds what rests on the guard's own records.
	 */
	SchemaChecks with(Bookkeeper bookkeeper, LastRuns runs) {
		List<SchemaCheck> all = new ArrayList<>(this.schema);
		all.replaceAll((check) -> (check instanceof HistoryContentCheck content) ? content.with(bookkeeper) : check);
		all.add(new RecordChecks(bookkeeper, runs));
		return new SchemaChecks(this.setup, all);
	}

}
