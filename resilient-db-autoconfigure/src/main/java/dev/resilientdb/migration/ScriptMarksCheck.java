package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what migrations that this application does not know said of applications when
 * they were applied.
 */
final class ScriptMarksCheck implements RecordCheck {

	private static final Logger logger = LoggerFactory.getLogger(ScriptMarksCheck.class);

	private static final Set<MigrationOutcome> UNDONE = Set.of(MigrationOutcome.FAILED, MigrationOutcome.ROLLED_BACK);

	private final Bookkeeper.Application application;

	private final AtomicBoolean told = new AtomicBoolean();

	ScriptMarksCheck(Bookkeeper.Application application) {
		this.application = application;
	}

	@Override
	public void examine(SchemaState state, Connection connection, @Nullable Ledger ledger, Anomalies found)
			throws SQLException {
		Set<String> unknown = new HashSet<>();
		for (MigrationInfo migration : state.in(MigrationState.FUTURE_SUCCESS, MigrationState.MISSING_SUCCESS)) {
			unknown.add(migration.getScript());
		}
		if (ledger == null || unknown.isEmpty()) {
			return;
		}
		Set<LedgerRow.Migration> migrations = new HashSet<>();
		for (LedgerRow row : ledger.marked()) {
			LedgerRow.Migration migration = row.migration();
			boolean applied = unknown.contains(migration.script()) && !UNDONE.contains(row.progress().outcome());
			if (applied && migrations.add(migration)) {
				report(migration, found);
			}
		}
	}

	private void report(LedgerRow.Migration migration, Anomalies found) {
		if (migration.marks().breaking() != null) {
			found.add(AnomalyKind.NEWER_SCHEMA, AnomalyPolicy.FAIL, migration.script(),
					"It was applied, this application does not know it, and it is marked as breaking: "
							+ migration.marks().breaking(),
					"Start the version of the application that belongs to the schema.");
		}
		String minimum = migration.marks().minimum();
		if (minimum != null) {
			compare(migration, minimum, found);
		}
	}

	private void compare(LedgerRow.Migration migration, String minimum, Anomalies found) {
		String own = this.application.version();
		Integer order = (own != null) ? VersionOrder.compare(own, minimum) : null;
		if (order == null) {
			if (this.told.compareAndSet(false, true)) {
				logger.info(
						"Migration {} asks for version {} of the application, which cannot be compared with {}: set"
								+ " resilient-db.migration.application-version",
						migration.script(), minimum, (own != null) ? own : "an unknown version");
			}
			return;
		}
		if (order < 0) {
			found.add(AnomalyKind.APPLICATION_TOO_OLD, migration.script(),
					"It was applied and asks for version %s of the application or a later one; this is version %s"
						.formatted(minimum, own),
					"Start version %s of the application or a later one.".formatted(minimum));
		}
	}

}
