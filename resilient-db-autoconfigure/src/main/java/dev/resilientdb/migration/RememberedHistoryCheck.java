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
		if (!state.hasHistory()) {
			return;
		}
		String remembered = (ledger != null) ? ledger.recall(HistoryMemory.KIND) : null;
		HistoryRows rows = HistoryRows.read(connection, state.history());
		if (ledger == null || remembered == null) {
			addOddities(state, HistoryOddities.of(rows), found);
			return;
		}
		HistoryRows before = HistoryMemory.read(remembered);
		HistoryRows now = HistoryMemory.comparable(rows);
		HistoryComparison comparison = HistoryComparison.of(before, now, state.migrations());
		add(state, comparison, ledger, found);
		if (comparison.tampered().isEmpty() && comparison.repaired().isEmpty()) {
			List<String> oddities = new ArrayList<>(HistoryOddities.of(now));
			oddities.removeAll(HistoryOddities.of(before));
			addOddities(state, oddities, found);
		}
	}

	private static void add(SchemaState state, HistoryComparison comparison, Ledger ledger, Anomalies found) {
		if (!comparison.tampered().isEmpty()) {
			found.add(AnomalyKind.TAMPERED_HISTORY, state.history().qualifiedTable(),
					"Since the last start " + list(comparison.tampered()),
					("Find out who did that, and put the rows back as they were. If the history is right as it is now,"
							+ " accept it: %s")
						.formatted(ledger.forgetting(HistoryMemory.KIND)));
		}
		if (!comparison.repaired().isEmpty()) {
			found.add(AnomalyKind.REPAIRED_HISTORY, state.history().qualifiedTable(),
					"Since the last start " + list(comparison.repaired()),
					"Nothing is to be done if somebody has repaired the history on purpose. The next start does not"
							+ " tell it again.");
		}
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
