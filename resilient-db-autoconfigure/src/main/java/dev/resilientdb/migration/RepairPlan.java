package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The ways out of all anomalies of a history in the order in which a reader may take
 * them. Nobody else does.
 */
final class RepairPlan {

	private RepairPlan() {
	}

	/**
	 * The plan as numbered steps.
	 * @param sql of the history, null when nobody has looked at it
	 * @return null when nothing is to be done
	 */
	static @Nullable String of(List<Anomaly> anomalies, @Nullable HistorySql sql) {
		List<Anomaly> open = anomalies.stream().filter((anomaly) -> anomaly.policy() != AnomalyPolicy.IGNORE).toList();
		if (open.isEmpty()) {
			return null;
		}
		List<String> steps = new ArrayList<>();
		if (sql != null && open.stream().anyMatch(RepairPlan::changesHistory)) {
			steps.add("Keep a copy of the history: " + sql.copy());
		}
		open.forEach((anomaly) -> steps
			.add("%s (%s): %s. %s".formatted(anomaly.id(), anomaly.subject(), anomaly.evidence(), anomaly.advice())));
		steps.add("Start the application again: it looks anew before it changes anything.");
		return IntStream.range(0, steps.size())
			.mapToObj((i) -> (i + 1) + ". " + steps.get(i))
			.collect(Collectors.joining("\n"));
	}

	private static boolean changesHistory(Anomaly anomaly) {
		return anomaly.advice().contains("UPDATE ") || anomaly.advice().contains("DELETE FROM ");
	}

}
