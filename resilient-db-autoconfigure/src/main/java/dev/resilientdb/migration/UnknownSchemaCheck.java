package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Finds schemas with tables or other objects that no history tells of.
 */
final class UnknownSchemaCheck implements SchemaCheck {

	private static final String EVIDENCE = "The schema is not empty, and has no history";

	private static final String FIRST = "If it is the wrong schema, correct spring.datasource.url or"
			+ " spring.flyway.default-schema. If a history was lost, restore it. ";

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		if (state.content() != SchemaContent.OBJECTS || state.hasHistory()
				|| HistoryRows.exist(connection, state.history())) {
			return;
		}
		String table = state.history().qualifiedTable();
		if (state.configuration().isBaselineOnMigrate()) {
			found.add(AnomalyKind.UNKNOWN_SCHEMA, table, EVIDENCE + withBaseline(state),
					FIRST + "If it is to be the baseline, set resilient-db.migration.policy.unknown-schema=warn for"
							+ " this one start.");
		}
		else if (isStoppedByFlyway(state)) {
			found.refuse(AnomalyKind.UNKNOWN_SCHEMA, table, EVIDENCE, FIRST + withoutBaseline());
		}
		else {
			found.add(AnomalyKind.UNKNOWN_SCHEMA, table, EVIDENCE,
					FIRST + "Otherwise let whoever migrates baseline the schema.");
		}
	}

	private static boolean isStoppedByFlyway(SchemaState state) {
		return state.expectation() == Expectation.TO_BE_MIGRATED && !state.configuration().isSkipExecutingMigrations();
	}

	private static String withBaseline(SchemaState state) {
		return "; spring.flyway.baseline-on-migrate=true would declare everything up to version "
				+ state.configuration().getBaselineVersion() + " applied, whatever is in it";
	}

	private static String withoutBaseline() {
		return "If the schema is what your scripts up to a version would make, set"
				+ " spring.flyway.baseline-on-migrate=true, spring.flyway.baseline-version to that version and"
				+ " resilient-db.migration.policy.unknown-schema=warn for one start; the policy alone does not help,"
				+ " because Flyway itself refuses to guess.";
	}

}
