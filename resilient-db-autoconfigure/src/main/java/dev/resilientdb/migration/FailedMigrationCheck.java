package dev.resilientdb.migration;

import java.sql.Connection;
import java.util.List;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Finds migrations that failed and left a row behind, with which Flyway migrates no
 * further: it lets only a single one of a newer application pass.
 */
final class FailedMigrationCheck implements SchemaCheck {

	@Override
	public void examine(SchemaState state, Connection connection, Anomalies found) {
		List<MigrationInfo> failed = state.in(MigrationState.FAILED, MigrationState.MISSING_FAILED,
				MigrationState.FUTURE_FAILED);
		for (MigrationInfo migration : failed) {
			boolean future = migration.getState() == MigrationState.FUTURE_FAILED;
			boolean passes = future && failed.size() == 1 && state.isIgnoredByPattern(MigrationState.FUTURE_SUCCESS);
			AnomalyKind kind = future ? AnomalyKind.FAILED_FUTURE : kind(migration);
			String advice = future ? "Let the newer application finish or undo it. " + advice(state, migration)
					: advice(state, migration);
			if (passes || state.expectation() == Expectation.UP_TO_DATE) {
				found.add(kind, migration.getScript(), evidence(migration), advice);
			}
			else {
				found.refuse(kind, migration.getScript(), evidence(migration),
						advice + " No policy changes that: Flyway itself migrates no further.");
			}
		}
	}

	private static AnomalyKind kind(MigrationInfo migration) {
		return migration.isVersioned() ? AnomalyKind.FAILED_VERSIONED : AnomalyKind.FAILED_REPEATABLE;
	}

	private static String evidence(MigrationInfo migration) {
		String what = migration.isVersioned() ? "Version " + migration.getVersion() : "It";
		String where = switch (migration.getState()) {
			case FUTURE_FAILED -> ", which this application does not know";
			case MISSING_FAILED -> ", and its script is not there";
			default -> "";
		};
		return "%s failed on %s after %d ms and left the row of rank %d%s".formatted(what, migration.getInstalledOn(),
				migration.getExecutionTime(), migration.getInstalledRank(), where);
	}

	private static String advice(SchemaState state, MigrationInfo migration) {
		return (migration.getState() == MigrationState.FAILED) ? RepairAdvice.ofFailed(state, migration)
				: RepairAdvice.ofMissing(state, migration);
	}

}
