package dev.resilientdb.migration;

import java.util.List;
import java.util.Objects;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/**
 * A versioned migration that was applied as one type and is there as another. Flyway
 * joins rows and scripts by version and type, so it sees an unknown row and a script that
 * was never applied: the last of them it would apply again.
 *
 * @param applied the row
 * @param script what is there
 */
record TypeChange(MigrationInfo applied, MigrationInfo script) {

	static List<TypeChange> in(List<MigrationInfo> migrations) {
		List<MigrationInfo> scripts = migrations.stream()
			.filter((migration) -> migration.isVersioned() && !migration.isApplied() && isOrdinary(migration))
			.toList();
		return migrations.stream()
			.filter((migration) -> migration.isVersioned() && isWithoutScript(migration) && isOrdinary(migration))
			.map((migration) -> of(migration, scripts))
			.filter(Objects::nonNull)
			.toList();
	}

	private static @Nullable TypeChange of(MigrationInfo applied, List<MigrationInfo> scripts) {
		for (MigrationInfo script : scripts) {
			if (script.getVersion().equals(applied.getVersion()) && !script.getType().equals(applied.getType())) {
				return new TypeChange(applied, script);
			}
		}
		return null;
	}

	private static boolean isWithoutScript(MigrationInfo migration) {
		MigrationState state = migration.getState();
		return state == MigrationState.MISSING_SUCCESS || state == MigrationState.FUTURE_SUCCESS;
	}

	private static boolean isOrdinary(MigrationInfo migration) {
		return !migration.getType().isSynthetic() && !migration.getType().isBaseline() && !migration.getType().isUndo();
	}

	boolean wouldRunAgain() {
		return this.script.getState() == MigrationState.PENDING;
	}

	boolean concerns(MigrationInfo migration) {
		return migration == this.applied || migration == this.script;
	}

}
