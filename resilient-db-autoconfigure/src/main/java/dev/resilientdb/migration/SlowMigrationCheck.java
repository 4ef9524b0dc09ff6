package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Tells which migrations of the last run took long.
 */
final class SlowMigrationCheck implements RecordCheck {

	private static final int MUCH = 5;

	private static final long WORTH_A_WORD_MILLIS = 1000;

	private final Duration slowAfter;

	private final LastRuns runs;

	SlowMigrationCheck(Duration slowAfter, LastRuns runs) {
		this.slowAfter = slowAfter;
		this.runs = runs;
	}

	@Override
	public void examine(SchemaState state, Connection connection, @Nullable Ledger ledger, Anomalies found)
			throws SQLException {
		for (LedgerRow row : this.runs.of(state.history().flyway())) {
			Long millis = row.progress().millis();
			if (millis != null && row.progress().outcome() == MigrationOutcome.APPLIED) {
				compare(row, millis, ledger, found);
			}
		}
	}

	private void compare(LedgerRow row, long millis, @Nullable Ledger ledger, Anomalies found) throws SQLException {
		Long former = (row.migration().version() == null) ? former(row, ledger) : null;
		boolean slower = former != null && millis > WORTH_A_WORD_MILLIS && millis > former * MUCH;
		if (slower || millis > this.slowAfter.toMillis()) {
			found.add(AnomalyKind.SLOW_MIGRATION, row.migration().script(),
					"It took %d ms%s".formatted(millis,
							(former != null) ? ", before it had taken " + former + " ms" : ""),
					"Nothing is to be done here. Give start-up probes that much time before it runs on larger databases,"
							+ " or do such work apart from the start.");
		}
	}

	private static @Nullable Long former(LedgerRow row, @Nullable Ledger ledger) throws SQLException {
		if (ledger != null) {
			for (LedgerRow former : ledger.of(row.migration().script())) {
				boolean applied = former.progress().outcome() == MigrationOutcome.APPLIED;
				if (applied && !former.id().equals(row.id())) {
					return former.progress().millis();
				}
			}
		}
		return null;
	}

}
