package dev.resilientdb.migration;

import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Looks at the states that Flyway gives to each migration.
 */
final class HistoryStateCheck implements SchemaCheck {

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) {
		List<TypeChange> changes = TypeChange.in(state.migrations());
		typeChanges(state, changes, found);
		late(state, changes, found);
		if (isWithoutScripts(state)) {
			found.add(AnomalyKind.NO_SCRIPTS_FOUND, state.history().qualifiedTable(),
					"The history has %s, and no script was found in %s".formatted(
							Counted.of(state.migrations().size(), "migration"),
							List.of(state.configuration().getLocations())),
					"Correct spring.flyway.locations, or build the scripts into the application.");
		}
		else {
			missing(state, changes, found);
		}
		outOfOrder(state, found);
		pending(state, changes, found);
	}

	private static void typeChanges(SchemaState state, List<TypeChange> changes, Anomalies found) {
		for (TypeChange change : changes) {
			MigrationInfo applied = change.applied();
			String evidence = "Version %s was applied as %s, now it is %s (%s)%s".formatted(applied.getVersion(),
					applied.getType(), change.script().getType(), change.script().getScript(),
					change.wouldRunAgain() ? ", which Flyway would apply once more" : "");
			String advice = "Put the migration back in the form in which it was applied, or accept the new one with "
					+ HistorySql.of(state).setType(applied, change.script().getType().toString());
			if (change.wouldRunAgain() && state.expectation() == Expectation.TO_BE_MIGRATED) {
				found.refuse(AnomalyKind.TYPE_MISMATCH, applied.getScript(), evidence,
						advice + " No policy changes that: Flyway would apply it once more.");
			}
			else {
				found.add(AnomalyKind.TYPE_MISMATCH, applied.getScript(), evidence, advice);
			}
		}
	}

	static boolean isWithoutScripts(SchemaState state) {
		return state.hasHistory()
				&& state.migrations()
					.stream()
					.allMatch((migration) -> isBuiltIn(migration) || !migration.getState().isResolved())
				&& !state.migrations().stream().allMatch(HistoryStateCheck::isBuiltIn);
	}

	// Baselines and markers of created schemas have no script
	private static boolean isBuiltIn(MigrationInfo migration) {
		return migration.getType().isSynthetic() || migration.getType().isBaseline();
	}

	private static void missing(SchemaState state, List<TypeChange> changes, Anomalies found) {
		for (MigrationInfo migration : others(state, changes, MigrationState.MISSING_SUCCESS)) {
			found.add(AnomalyKind.MISSING_SCRIPT, state.production(migration), migration.getScript(),
					"It was applied on %s, and no script of %s was found in %s".formatted(migration.getInstalledOn(),
							migration.isVersioned() ? "version " + migration.getVersion() : "this name",
							List.of(state.configuration().getLocations())),
					advice(state, migration,
							"Put the script back from version control, unchanged. If it was removed on purpose, say so"
									+ " with spring.flyway.ignore-migration-patterns=%s."
										.formatted(state.withPattern("*:missing"))));
		}
	}

	private static void late(SchemaState state, List<TypeChange> changes, Anomalies found) {
		for (MigrationInfo migration : others(state, changes, MigrationState.IGNORED)) {
			found.add(AnomalyKind.LATE_MIGRATION, state.production(migration), migration.getScript(),
					"Its version %s is below the schema's %s, so Flyway will never apply it"
						.formatted(migration.getVersion(), state.current()),
					advice(state, migration, "Rename it to a version above %s. If it must run now, allow it once with"
						.formatted(state.current()) + " spring.flyway.out-of-order=true."));
		}
	}

	private static String advice(SchemaState state, MigrationInfo migration, String otherwise) {
		return (state.production(migration) == AnomalyPolicy.IGNORE)
				? "Nothing is to be done: spring.flyway.ignore-migration-patterns lets it pass." : otherwise;
	}

	private static List<MigrationInfo> others(SchemaState state, List<TypeChange> changes, MigrationState... states) {
		return state.in(states)
			.stream()
			.filter((migration) -> changes.stream().noneMatch((change) -> change.concerns(migration)))
			.toList();
	}

	private static void outOfOrder(SchemaState state, Anomalies found) {
		List<MigrationInfo> late = state.in(MigrationState.OUT_OF_ORDER);
		if (!late.isEmpty()) {
			found.add(AnomalyKind.OUT_OF_ORDER, scripts(late), "Applied after a higher version",
					"Nothing is to be done if they do not depend on each other; a new database applies them in"
							+ " another order.");
		}
	}

	private static void pending(SchemaState state, List<TypeChange> changes, Anomalies found) {
		List<MigrationInfo> pending = others(state, changes, MigrationState.PENDING, MigrationState.OUTDATED);
		if (!pending.isEmpty() && state.expectation() == Expectation.UP_TO_DATE) {
			found.add(AnomalyKind.PENDING, scripts(pending),
					"%s pending, and this application does not apply them"
						.formatted((pending.size() == 1) ? "1 migration is" : pending.size() + " migrations are"),
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
