package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Compares the history with what it was at the end of the last start.
 */
final class RememberedHistoryCheck implements RecordCheck {

	private static final int MOST = 5;

	@Override
	public void examine(SchemaState state, Connection connection, @Nullable Ledger ledger, Anomalies found)
			throws SQLException {
		String remembered = (ledger != null) ? ledger.recall(HistoryMemory.KIND) : null;
		boolean there = state.hasHistory() || HistoryRows.exist(connection, state.history());
		HistoryRows rows = there ? HistoryRows.read(connection, state.history()) : new HistoryRows(List.of());
		if (ledger == null || remembered == null) {
			addOddities(state, HistoryOddities.of(rows), found);
			return;
		}
		compare(state, HistoryMemory.read(remembered), there ? HistoryMemory.comparable(rows) : null, ledger, found);
	}

	private static void compare(SchemaState state, HistoryRows before, @Nullable HistoryRows present, Ledger ledger,
			Anomalies found) {
		boolean there = present != null;
		HistoryRows now = (present != null) ? present : new HistoryRows(List.of());
		HistoryComparison comparison = HistoryComparison.of(before, now, state.migrations());
		if (!comparison.tampered().isEmpty()) {
			tampered(state, evidence(comparison, before, now, there), advice(state, comparison, there, ledger), found);
			comparison.losses().correct(found, HistorySql.of(state));
		}
		if (!comparison.repaired().isEmpty()) {
			repaired(state, comparison, found);
		}
		if (comparison.tampered().isEmpty() && comparison.repaired().isEmpty()) {
			List<String> oddities = new ArrayList<>(HistoryOddities.of(now));
			oddities.removeAll(HistoryOddities.of(before));
			addOddities(state, oddities, found);
		}
	}

	private static String evidence(HistoryComparison comparison, HistoryRows before, HistoryRows now, boolean there) {
		if (!there) {
			return "the table was dropped with its " + Counted.of(before.rows().size(), "row");
		}
		return now.rows().isEmpty() ? "all rows (%d) were deleted".formatted(before.rows().size())
				: list(comparison.tampered());
	}

	private static String advice(SchemaState state, HistoryComparison comparison, boolean there, Ledger ledger) {
		HistoryLosses losses = comparison.losses();
		String table = there ? "" : " Restore the table from a backup, or create it as it is on another database of"
				+ " this application; what was in it:";
		List<String> again = losses.unknown();
		String price = again.isEmpty() ? "" : ", and %s may be applied once more".formatted(list(again));
		return "Find out who did that, and put back what was there:%s %s If the history is right as it is now%s, accept it: %s"
			.formatted(table, losses.statements(HistorySql.of(state)), price, ledger.forgetting(HistoryMemory.KIND));
	}

	private static void tampered(SchemaState state, String evidence, String advice, Anomalies found) {
		found.add(AnomalyKind.TAMPERED_HISTORY, state.history().qualifiedTable(), "Since the last start " + evidence,
				advice);
	}

	private static void repaired(SchemaState state, HistoryComparison comparison, Anomalies found) {
		found.add(AnomalyKind.REPAIRED_HISTORY, state.history().qualifiedTable(),
				"Since the last start " + list(comparison.repaired()),
				"Nothing is to be done if somebody has repaired the history on purpose. The next start does not"
						+ " tell it again.");
	}

	private static void addOddities(SchemaState state, List<String> oddities, Anomalies found) {
		if (!oddities.isEmpty()) {
			found.add(AnomalyKind.TAMPERED_HISTORY, AnomalyPolicy.WARN, state.history().qualifiedTable(),
					"Flyway does not write such a history: " + list(oddities),
					"Compare the history with that of another database of the same application. The next start does"
							+ " not tell it again.");
		}
	}

	private static String list(List<String> texts) {
		String first = String.join(", ", texts.subList(0, Math.min(texts.size(), MOST)));
		return (texts.size() > MOST) ? first + " and %d more".formatted(texts.size() - MOST) : first;
	}

}
