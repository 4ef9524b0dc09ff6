package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Finds schemas with tables or other objects that no history tells of.
 */
final class UnknownSchemaCheck implements SchemaCheck {

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		if (state.content() != SchemaContent.OBJECTS || state.hasHistory()
				|| HistoryRows.exist(connection, state.history())) {
			return;
		}
		String table = state.history().qualifiedTable();
		String evidence = "The schema is not empty, and has no history";
		if (state.configuration().isBaselineOnMigrate()) {
			found.add(AnomalyKind.UNKNOWN_SCHEMA, table,
					evidence + "; spring.flyway.baseline-on-migrate=true would declare everything up to version "
							+ state.configuration().getBaselineVersion() + " applied, whatever is in it",
					"If it is the wrong schema, correct spring.datasource.url or spring.flyway.default-schema. If a"
							+ " history was lost, restore it. If it is to be the baseline, set"
							+ " resilient-db.migration.policy.unknown-schema=warn for this one start.");
		}
		else if (state.expectation() == Expectation.TO_BE_MIGRATED
				&& !state.configuration().isSkipExecutingMigrations()) {
			found.refuse(AnomalyKind.UNKNOWN_SCHEMA, table, evidence,
					"If it is the wrong schema, correct spring.datasource.url or spring.flyway.default-schema. If a"
							+ " history was lost, restore it. If the schema is what your scripts up to a version would"
							+ " make, set spring.flyway.baseline-on-migrate=true, spring.flyway.baseline-version to that"
							+ " version and resilient-db.migration.policy.unknown-schema=warn for one start; the"
							+ " policy alone does not help, because Flyway itself refuses to guess.");
		}
		else {
			found.add(AnomalyKind.UNKNOWN_SCHEMA, table, evidence,
					"Correct spring.datasource.url or spring.flyway.default-schema, or let whoever migrates baseline"
							+ " the schema.");
		}
	}

}
