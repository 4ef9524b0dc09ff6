package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Records every run of Flyway in the guard's own tables, and what the schema looked like
 * afterwards. Safe for use by several threads.
 */
final class RunRecording implements RunParticipant {

	private final DatabaseProducts products;

	private final RecorderSettings settings;

	private final LastRuns runs;

	private final ConfirmedSchemas confirmed;

	private final Map<MigrationRun, RunRecorder> recorders = new ConcurrentHashMap<>();

	RunRecording(DatabaseProducts products, RecorderSettings settings, LastRuns runs, ConfirmedSchemas confirmed) {
		this.products = products;
		this.settings = settings;
		this.runs = runs;
		this.confirmed = confirmed;
	}

	@Override
	public void prepare(MigrationRun run) {
		RunRecorder recorder = new RunRecorder(run, this.settings,
				OutsideConnections.of(this.products, run.configuration().getDataSource()));
		this.recorders.put(run, recorder);
		run.add(new RecordingCallback(recorder));
	}

	@Override
	public void ended(MigrationRun run, @Nullable Throwable failure) {
		try (RunRecorder recorder = this.recorders.remove(run)) {
			if (recorder != null && recorder.access() != RunRecorder.Access.NONE) {
				settle(run, recorder, failure);
			}
		}
	}

	private void settle(MigrationRun run, RunRecorder recorder, @Nullable Throwable failure) {
		// Flyway has given its connections back, and the next look is with one like this
		try (Connection connection = run.configuration().getDataSource().getConnection();
				AutoCommit own = AutoCommit.on(connection)) {
			settle(run, recorder, own.connection(), failure);
		}
		catch (SQLException | RuntimeException ex) {
			recorder.giveUp(ex);
		}
	}

	private void settle(MigrationRun run, RunRecorder recorder, Connection connection, @Nullable Throwable failure)
			throws SQLException {
		if (!HistoryRows.exist(connection, run.history())) {
			return;
		}
		Ledger ledger = Ledger.open(connection, run.history(), this.settings.bookkeeping(), run.server().ledger());
		HistoryRows rows = HistoryRows.read(connection, run.history());
		this.runs.put(run.history().flyway(), settleOwn(ledger, recorder, rows, failure));
		settleOthers(ledger, recorder, rows, connection, run);
		boolean changed = rememberHistory(ledger, rows);
		if (failure == null && CrashedMigrationCheck.halves(ledger, "", connection, run.history()).isEmpty()) {
			rememberSchema(ledger, connection, run, changed || !recorder.rows().isEmpty());
		}
	}

	private static boolean rememberHistory(Ledger ledger, HistoryRows rows) throws SQLException {
		String memory = HistoryMemory.write(rows);
		if (memory.equals(ledger.recall(HistoryMemory.KIND))) {
			return false;
		}
		ledger.remember(HistoryMemory.KIND, memory);
		return true;
	}

	// A picture that still holds is kept: what has changed since is told at each start
	private void rememberSchema(Ledger ledger, Connection connection, MigrationRun run, boolean applied)
			throws SQLException {
		String before = SchemaMemory.circumstances(ledger.recall(SchemaMemory.KIND));
		if (before != null && !applied && this.confirmed.isConfirmed(run.history().flyway(), before)) {
			return;
		}
		SchemaMemory now = SchemaMemory.take(connection, run.history(), run.server(), ledger);
		if (!now.circumstances().equals(before)) {
			ledger.remember(SchemaMemory.KIND, now.write());
		}
	}

	private List<LedgerRow> settleOwn(Ledger ledger, RunRecorder recorder, HistoryRows rows,
			@Nullable Throwable failure) throws SQLException {
		List<LedgerRow> changed = new ArrayList<>();
		for (LedgerRow row : recorder.rows().values()) {
			changed.add(row.with(end(row, rows, failure)));
		}
		recorder.settled(changed);
		if (recorder.access() == RunRecorder.Access.AT_THE_END) {
			for (LedgerRow row : changed) {
				ledger.insert(row);
			}
		}
		else {
			ledger.settle(changed);
		}
		return changed;
	}

	private LedgerRow.Progress end(LedgerRow row, HistoryRows rows, @Nullable Throwable failure) {
		LedgerRow.Progress progress = row.progress();
		if (progress.outcome() == MigrationOutcome.FAILED && failure != null) {
			return progress.failed(this.settings.describe(failure));
		}
		return progress.with(end(row, rows));
	}

	private static MigrationOutcome end(LedgerRow row, HistoryRows rows) {
		MigrationOutcome outcome = row.progress().outcome();
		if (!outcome.isOpen()) {
			return outcome;
		}
		if (row.isKnownTo(rows)) {
			return MigrationOutcome.APPLIED;
		}
		return row.progress().transactional() ? MigrationOutcome.ROLLED_BACK : outcome;
	}

	// Processes that were killed have left theirs open
	private void settleOthers(Ledger ledger, RunRecorder recorder, HistoryRows rows, Connection connection,
			MigrationRun run) throws SQLException {
		for (LedgerRow row : ledger.openExcept(recorder.id())) {
			MigrationOutcome outcome = recorder.hasApplied(row) ? replaced(row) : end(row, rows);
			boolean settled = outcome == MigrationOutcome.APPLIED || recorder.hasApplied(row);
			if (settled || (!outcome.isOpen() && isGone(row, connection, run))) {
				ledger.close(row, outcome);
			}
		}
	}

	// The history has one row for the script, and that is of this run
	private static MigrationOutcome replaced(LedgerRow row) {
		return row.progress().transactional() ? MigrationOutcome.ROLLED_BACK : MigrationOutcome.REPAIRED;
	}

	private boolean isGone(LedgerRow row, Connection connection, MigrationRun run) {
		return Liveness.of(connection, row, run.server().ledger(),
				this.settings.bookkeeping().application()) == Liveness.GONE;
	}

}
