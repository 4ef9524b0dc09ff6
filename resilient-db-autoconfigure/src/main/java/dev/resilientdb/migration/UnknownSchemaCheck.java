package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;

import org.flywaydb.core.api.MigrationVersion;

/**
 * Finds schemas with tables or other objects that no history tells of.
 */
final class UnknownSchemaCheck implements SchemaCheck {

	private static final String EVIDENCE = "The schema is not empty, and has no history";

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		if (state.content() != SchemaContent.OBJECTS || state.hasHistory()
				|| HistoryRows.exist(connection, state.history())) {
			return;
		}
		OtherHistories others = OtherHistories.of(connection, state.history());
		if (!others.tables().isEmpty()) {
			besides(state, others, found);
		}
		else {
			alone(state, found);
		}
	}

	private static void alone(SchemaState state, Anomalies found) {
		String table = state.history().qualifiedTable();
		if (state.configuration().isBaselineOnMigrate()) {
			found.add(AnomalyKind.UNKNOWN_SCHEMA, table, EVIDENCE + withBaseline(state),
					first(state)
							+ "If it is to be the baseline, set resilient-db.migration.policy.unknown-schema=warn for"
							+ " this one start.");
		}
		else if (isStoppedByFlyway(state)) {
			found.refuse(AnomalyKind.UNKNOWN_SCHEMA, table, EVIDENCE, first(state) + withoutBaseline());
		}
		else {
			found.add(AnomalyKind.UNKNOWN_SCHEMA, table, EVIDENCE,
					first(state) + "Otherwise let whoever migrates baseline the schema.");
		}
	}

	private static String first(SchemaState state) {
		return "If it is the wrong schema, correct spring.datasource.url"
				+ (state.server().hasSchemas() ? " or spring.flyway.default-schema" : "")
				+ ". If a history was lost, restore it. ";
	}

	// Another Flyway's tables are known to its own history
	private static void besides(SchemaState state, OtherHistories others, Anomalies found) {
		String evidence = EVIDENCE + " of its own besides " + others.names();
		String same = others.of(state);
		boolean baseline = state.configuration().isBaselineOnMigrate();
		if (!same.isEmpty()) {
			add(state, evidence + "; scripts of this application were applied with " + same,
					"Set spring.flyway.table=%s. With another table they would be applied once more, or never."
						.formatted(same),
					!baseline && isStoppedByFlyway(state), found);
		}
		else if (baseline && !skipsScripts(state)) {
			found.add(AnomalyKind.UNKNOWN_SCHEMA, AnomalyPolicy.WARN, state.history().qualifiedTable(), evidence,
					"Nothing is to be done if another Flyway has made what is there: the baseline covers no script of"
							+ " this application.");
		}
		else {
			beside(state, evidence, baseline, found);
		}
	}

	private static void beside(SchemaState state, String evidence, boolean baseline, Anomalies found) {
		add(state, evidence + (baseline ? withBaseline(state) : ""),
				"If another Flyway has made what is there, set spring.flyway.baseline-on-migrate=true and"
						+ " spring.flyway.baseline-version=0 for the first start. Otherwise correct"
						+ (state.server().hasSchemas()
								? " spring.datasource.url, spring.flyway.default-schema or spring.flyway.table."
								: " spring.datasource.url or spring.flyway.table."),
				!baseline && isStoppedByFlyway(state), found);
	}

	private static void add(SchemaState state, String evidence, String advice, boolean refused, Anomalies found) {
		String table = state.history().qualifiedTable();
		if (refused) {
			found.refuse(AnomalyKind.UNKNOWN_SCHEMA, table, evidence, advice);
		}
		else {
			found.add(AnomalyKind.UNKNOWN_SCHEMA, table, evidence, advice);
		}
	}

	private static boolean skipsScripts(SchemaState state) {
		MigrationVersion baseline = state.configuration().getBaselineVersion();
		return state.migrations()
			.stream()
			.anyMatch((migration) -> migration.isVersioned() && migration.getVersion().compareTo(baseline) <= 0);
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
