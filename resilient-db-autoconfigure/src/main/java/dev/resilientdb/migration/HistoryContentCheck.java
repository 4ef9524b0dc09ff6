package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.resolver.ResolvedMigration;

/**
 * Compares what was applied with the scripts that are there.
 */
final class HistoryContentCheck implements SchemaCheck {

	private final SpaceHint hint;

	HistoryContentCheck(SpaceHint hint) {
		this.hint = hint;
	}

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) throws SQLException {
		List<MigrationInfo> changed = state.migrations()
			.stream()
			.filter((migration) -> isComparable(migration) && isAnother(state, migration))
			.toList();
		if (changed.size() > 1 && nobodyElseFits(state, changed)) {
			stranger(state, changed, found);
			return;
		}
		for (MigrationInfo migration : state.migrations()) {
			ResolvedMigration script = LocalScript.of(migration);
			if (isComparable(migration) && migration.isVersioned() && !migration.isChecksumMatching()) {
				checksum(state, migration, this.hint.of(state, migration, connection), found);
			}
			if (script != null && isComparable(migration)) {
				compare(state, migration, script, found);
			}
		}
	}

	private static boolean isComparable(MigrationInfo migration) {
		MigrationState state = migration.getState();
		return migration.isApplied() && state.isResolved() && state != MigrationState.UNDONE
				&& !migration.getType().isSynthetic() && !migration.getType().isBaseline();
	}

	private static boolean isAnother(SchemaState state, MigrationInfo migration) {
		ResolvedMigration script = LocalScript.of(migration);
		return migration.isVersioned() && !migration.isChecksumMatching() && script != null
				&& !isDescribedBy(state, migration, script);
	}

	private static boolean nobodyElseFits(SchemaState state, List<MigrationInfo> changed) {
		return state.migrations()
			.stream()
			.filter((migration) -> isComparable(migration) && LocalScript.of(migration) != null)
			.allMatch(changed::contains);
	}

	private static void stranger(SchemaState state, List<MigrationInfo> changed, Anomalies found) {
		String table = state.history().qualifiedTable();
		found.add(AnomalyKind.SHARED_HISTORY, table,
				"Not one of its %d migrations is a script of this application, neither by name nor by checksum: %s"
					.formatted(changed.size(), names(changed)),
				"The history belongs to another application. Give this one a history table of its own with"
						+ " spring.flyway.table (and spring.flyway.baseline-on-migrate=true with"
						+ " spring.flyway.baseline-version=0 for the first start)" + (state.server().hasSchemas()
								? ", or a schema of its own with spring.flyway.default-schema" : "")
						+ ", or correct spring.datasource.url.");
	}

	private static String names(List<MigrationInfo> migrations) {
		return migrations.stream().limit(3).map(HistoryContentCheck::names).collect(Collectors.joining(", "));
	}

	private static String names(MigrationInfo migration) {
		ResolvedMigration script = LocalScript.of(migration);
		return "version %s was applied as %s and is %s here".formatted(migration.getVersion(), migration.getScript(),
				(script != null) ? script.getScript() : "nothing");
	}

	private static void checksum(SchemaState state, MigrationInfo migration, String hint, Anomalies found) {
		found.add(AnomalyKind.CHECKSUM_MISMATCH, migration.getScript(),
				"Applied on %s with checksum %s, now it is %s%s".formatted(migration.getInstalledOn(),
						migration.getAppliedChecksum(), migration.getResolvedChecksum(), hint),
				"Put the script back as it was applied, and make the change in a new migration. If the schema"
						+ " is as the changed script wants it, accept it with "
						+ HistorySql.of(state).setChecksum(migration, migration.getResolvedChecksum()));
	}

	private static void compare(SchemaState state, MigrationInfo migration, ResolvedMigration script, Anomalies found) {
		if (migration.isVersioned() && !isDescribedBy(state, migration, script)) {
			found.add(AnomalyKind.DESCRIPTION_MISMATCH, migration.getScript(),
					"Applied as '%s', now it is '%s' (%s)".formatted(migration.getDescription(),
							script.getDescription(), script.getScript()),
					"Name the script %s again, or accept the new name with %s"
						.formatted(migration.getScript(), HistorySql.of(state)
							.setDescription(migration, HistorySql.stored(script.getDescription(), state.server()))));
		}
		if (!script.getType().equals(migration.getType())) {
			found.add(AnomalyKind.TYPE_MISMATCH, migration.getScript(),
					"Applied as %s, now it is %s (%s)".formatted(migration.getType(), script.getType(),
							script.getScript()),
					"Put the migration back in the form in which it was applied, or accept the new one with "
							+ HistorySql.of(state).setType(migration, script.getType().toString()));
		}
	}

	private static boolean isDescribedBy(SchemaState state, MigrationInfo migration, ResolvedMigration script) {
		String local = script.getDescription();
		String applied = migration.getDescription();
		return HistorySql.stored(local, state.server()).equals(applied) || (local.isEmpty()
				&& (applied == null || applied.isEmpty() || applied.equals(HistorySql.NO_DESCRIPTION)));
	}

}
