package dev.resilientdb.migration;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.pattern.ValidatePattern;

/**
 * Looks at the states that Flyway gives to each migration.
 */
final class HistoryStateCheck implements SchemaCheck {

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) {
		failed(state, found);
		late(state, found);
		if (isWithoutScripts(state)) {
			found.add(AnomalyKind.NO_SCRIPTS_FOUND, state.history().qualifiedTable(),
					"The history has %d migrations, and no script was found in %s".formatted(state.migrations().size(),
							List.of(state.configuration().getLocations())),
					"Correct spring.flyway.locations, or build the scripts into the application.");
		}
		else {
			missing(state, found);
		}
		outOfOrder(state, found);
		pending(state, found);
	}

	private static void failed(SchemaState state, Anomalies found) {
		for (MigrationInfo migration : state.in(MigrationState.FAILED, MigrationState.MISSING_FAILED)) {
			AnomalyKind kind = migration.isVersioned() ? AnomalyKind.FAILED_VERSIONED : AnomalyKind.FAILED_REPEATABLE;
			boolean missing = migration.getState() == MigrationState.MISSING_FAILED;
			found.add(
					kind, migration.getScript(), "It failed on %s as %s%s".formatted(migration.getInstalledOn(),
							migration.getInstalledBy(), missing ? ", and its script is not there" : ""),
					RepairAdvice.ofFailed(state, migration));
		}
		for (MigrationInfo migration : state.in(MigrationState.FUTURE_FAILED)) {
			found.add(AnomalyKind.FAILED_FUTURE, migration.getScript(),
					"A newer application failed with it on %s as %s".formatted(migration.getInstalledOn(),
							migration.getInstalledBy()),
					"Let the newer application finish or undo it. " + RepairAdvice.ofFailed(state, migration));
		}
	}

	private static boolean isWithoutScripts(SchemaState state) {
		return state.hasHistory() && state.migrations()
			.stream()
			.allMatch((migration) -> isBuiltIn(migration) || !migration.getState().isResolved());
	}

	// Baselines and markers of created schemas have no script
	private static boolean isBuiltIn(MigrationInfo migration) {
		return migration.getType().isSynthetic() || migration.getType().isBaseline();
	}

	private static void missing(SchemaState state, Anomalies found) {
		for (MigrationInfo migration : state.in(MigrationState.MISSING_SUCCESS)) {
			found.add(AnomalyKind.MISSING_SCRIPT, production(state, migration), migration.getScript(),
					"It was applied on %s, and no script of this version was found"
						.formatted(migration.getInstalledOn()),
					"Put the script back from version control, unchanged. If it was removed on purpose, say so with"
							+ " spring.flyway.ignore-migration-patterns=*:missing.");
		}
	}

	private static void late(SchemaState state, Anomalies found) {
		for (MigrationInfo migration : state.in(MigrationState.IGNORED)) {
			found.add(AnomalyKind.LATE_MIGRATION, production(state, migration), migration.getScript(),
					"Its version is below the schema's, so Flyway will never apply it",
					"Rename it to a version above %s. If it must run now, allow it once with".formatted(state.current())
							+ " spring.flyway.out-of-order=true.");
		}
	}

	// Who wrote a pattern has decided
	private static AnomalyPolicy production(SchemaState state, MigrationInfo migration) {
		for (ValidatePattern pattern : state.configuration().getIgnoreMigrationPatterns()) {
			if (pattern.matchesMigration(migration.isVersioned(), migration.getState())) {
				return AnomalyPolicy.WARN;
			}
		}
		return AnomalyPolicy.FAIL;
	}

	private static void outOfOrder(SchemaState state, Anomalies found) {
		List<MigrationInfo> late = state.in(MigrationState.OUT_OF_ORDER);
		if (!late.isEmpty()) {
			found.add(AnomalyKind.OUT_OF_ORDER, scripts(late), "Applied after a higher version",
					"Nothing is to be done if they do not depend on each other; a new database applies them in"
							+ " another order.");
		}
	}

	private static void pending(SchemaState state, Anomalies found) {
		List<MigrationInfo> pending = new ArrayList<>(state.pending());
		if (!pending.isEmpty() && state.expectation() == Expectation.UP_TO_DATE) {
			found.add(AnomalyKind.PENDING, scripts(pending),
					"%d migrations are pending, and this application does not apply them".formatted(pending.size()),
					"Let whoever migrates apply them, or let this application do it with"
							+ " resilient-db.migration.mode=migrate.");
		}
	}

	private static String scripts(List<MigrationInfo> migrations) {
		return migrations.stream()
			.map(MigrationInfo::getScript)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
	}

}
