package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Rows of a history that are not what they were, and what brings them back. What other
 * checks advise about their migrations rests on a history that is wrong.
 */
record HistoryLosses(List<Loss> losses) {

	private static final int MOST_STATEMENTS = 20;

	private static final Set<AnomalyKind> MISTAKEN = EnumSet.of(AnomalyKind.LATE_MIGRATION, AnomalyKind.PENDING,
			AnomalyKind.MISSING_SCRIPT, AnomalyKind.CHECKSUM_MISMATCH);

	/**
	 * The statements that bring them back.
	 */
	String statements(HistorySql sql) {
		String first = this.losses.stream()
			.limit(MOST_STATEMENTS)
			.map((loss) -> loss.statement(sql))
			.collect(Collectors.joining(" "));
		return (this.losses.size() > MOST_STATEMENTS)
				? first + " The other %d are to be taken from a backup.".formatted(this.losses.size() - MOST_STATEMENTS)
				: first;
	}

	/**
	 * The scripts that Flyway takes for new ones.
	 */
	List<String> unknown() {
		return this.losses.stream().map(Loss::hidden).filter(Objects::nonNull).toList();
	}

	/**
	 * Takes back what would have a migration applied twice.
	 */
	void correct(Anomalies found, HistorySql sql) {
		boolean refused = found.policyOf(AnomalyKind.TAMPERED_HISTORY) == AnomalyPolicy.FAIL;
		for (Anomaly anomaly : found.found()) {
			List<Loss> concerned = this.losses.stream().filter((loss) -> loss.concerns(anomaly)).toList();
			if (refused && (isMistaken(anomaly, concerned) || anomaly.kind() == AnomalyKind.UNKNOWN_SCHEMA)) {
				found.withdraw(anomaly);
			}
			else if (anomaly.kind() == AnomalyKind.LATE_MIGRATION && !concerned.isEmpty()) {
				found.replace(anomaly, "It was applied before, and its row in the history is gone or changed",
						"Do not apply it again. Put its row back: " + new HistoryLosses(concerned).statements(sql));
			}
		}
	}

	private static boolean isMistaken(Anomaly anomaly, List<Loss> concerned) {
		return MISTAKEN.contains(anomaly.kind()) && !concerned.isEmpty();
	}

	static HistoryLosses none() {
		return new HistoryLosses(new ArrayList<>());
	}

	/**
	 * A row that is lost.
	 *
	 * @param before null when it was added
	 * @param after null when it was deleted
	 */
	record Loss(HistoryRows.@Nullable Row before, HistoryRows.@Nullable Row after) {

		private String statement(HistorySql sql) {
			if (this.before == null) {
				return (this.after != null) ? sql.deleteRow(this.after.rank()) : "";
			}
			return (this.after != null) ? sql.restoreRow(this.before) : sql.insertRow(this.before);
		}

		private @Nullable String hidden() {
			if (this.before == null) {
				return null;
			}
			boolean known = this.after != null && this.after.success()
					&& Objects.equals(this.before.version(), this.after.version())
					&& Objects.equals(this.before.description(), this.after.description());
			return known ? null : this.before.script();
		}

		private boolean concerns(Anomaly anomaly) {
			List<String> subjects = Arrays.asList(anomaly.subject().split(", "));
			return (this.before != null && subjects.contains(this.before.script()))
					|| (this.after != null && subjects.contains(this.after.script()));
		}

	}

}
