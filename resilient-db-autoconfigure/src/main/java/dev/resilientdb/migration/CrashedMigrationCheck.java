package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Finds migrations that began, were not undone, and of which the history knows nothing.
 */
final class CrashedMigrationCheck implements RecordCheck {

	private final Bookkeeper.Application here;

	CrashedMigrationCheck(Bookkeeper.Application here) {
		this.here = here;
	}

	@Override
	public void examine(SchemaState state, Connection connection, @Nullable Ledger ledger, Anomalies found)
			throws SQLException {
		if (ledger == null) {
			return;
		}
		LedgerSyntax syntax = state.server().ledger();
		for (LedgerRow row : halves(ledger, "", connection, state.history())) {
			if (Liveness.of(connection, row, syntax, this.here) == Liveness.GONE) {
				add(row, ledger.tables(), state.history(), found);
			}
		}
	}

	/**
	 * The migrations that were left half done if nobody is at them any more.
	 * @param except a run of Flyway that is left out
	 */
	static List<LedgerRow> halves(Ledger ledger, String except, Connection connection, SchemaHistory history)
			throws SQLException {
		List<LedgerRow> result = new ArrayList<>(ledger.openExcept(except));
		result.removeIf((row) -> row.progress().transactional());
		if (!result.isEmpty()) {
			HistoryRows rows = HistoryRows.read(connection, history);
			result.removeIf((row) -> row.isKnownTo(rows));
		}
		return result;
	}

	/**
	 * Tells of what was found while Flyway holds its lock, which does not keep everybody
	 * out on all products.
	 */
	static void add(LedgerRow row, Liveness process, LedgerTables tables, SchemaHistory history, Anomalies found) {
		String script = row.migration().script();
		String wait = "Let that process end, and start this application again. ";
		String then = advice(row, tables, history);
		switch (process) {
			case ALIVE -> found.refuse(AnomalyKind.CRASHED_MIGRATION, script,
					evidence(row, "a session of its process is still there; "),
					wait + "No policy changes that. If the process is gone, first end on the server the session that"
							+ " holds its mark, %d. Then: %s".formatted(Liveness.mark(row.run()), then));
			case UNKNOWN -> found.add(AnomalyKind.CRASHED_MIGRATION, script,
					evidence(row, "its process is still at it, or ended before it did; "),
					wait + "If it is gone: " + then);
			default -> add(row, tables, history, found);
		}
	}

	private static void add(LedgerRow row, LedgerTables tables, SchemaHistory history, Anomalies found) {
		found.add(AnomalyKind.CRASHED_MIGRATION, row.migration().script(),
				evidence(row, "its process ended before it did, and nothing was undone; "),
				advice(row, tables, history));
	}

	private static String evidence(LedgerRow row, String process) {
		LedgerRow.Progress progress = row.progress();
		String statements = progress.heads().isEmpty() ? "which statements had run is not known"
				: "%s had run: %s".formatted(Counted.of(progress.statements(), "statement"), progress.heads());
		String end = (progress.outcome() == MigrationOutcome.EXECUTED)
				? "all its statements had run, and the history took no note of it (" + statements + ")"
				: process + statements;
		return "It began at %s on %s (process %d); %s".formatted(progress.started(), row.place().host(),
				row.place().process(), end);
	}

	private static String advice(LedgerRow row, LedgerTables tables, SchemaHistory history) {
		String mark = "UPDATE %s SET outcome = 'REPAIRED' WHERE id = '%s';".formatted(tables.quoted(tables.runs()),
				row.id());
		return ("Make sure that none of its statements is still running on the server. Undo by hand what it did, then"
				+ " let the next start apply it again: %s Or do by hand what is missing, and write it into the history"
				+ " instead: %s %s")
			.formatted(mark, new HistorySql(tables.runs().beside(history.table()), row.place().product())
				.insertNext(row.migration()), mark);
	}

}
