package dev.resilientdb.migration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What Flyway never writes into a history, whatever was there before.
 */
final class HistoryOddities {

	private static final Set<String> UNDOING = Set.of("DELETE", "UNDO_SQL", "UNDO_JDBC", "UNDO_SPRING_JDBC",
			"UNDO_SCRIPT");

	// Clocks change by hours
	private static final int TOLERATED_DAYS = 1;

	private HistoryOddities() {
	}

	static List<String> of(HistoryRows history) {
		List<String> found = new ArrayList<>();
		int rank = 0;
		String installed = null;
		for (HistoryRows.Row row : history.rows()) {
			if (row.rank() > rank + 1) {
				found.add((row.rank() == rank + 2) ? "rank %d is missing".formatted(rank + 1)
						: "ranks %d to %d are missing".formatted(rank + 1, row.rank() - 1));
			}
			if (isBefore(row.installedOn(), installed)) {
				found.add("rank %d was installed before rank %d".formatted(row.rank(), rank));
			}
			rank = row.rank();
			installed = row.installedOn();
		}
		found.addAll(twice(history).values());
		return found;
	}

	/**
	 * Rows of versions that had been applied, and not undone, before.
	 */
	static Map<HistoryRows.Row, String> twice(HistoryRows history) {
		Map<HistoryRows.Row, String> found = new LinkedHashMap<>();
		Map<String, Integer> applied = new HashMap<>();
		for (HistoryRows.Row row : history.rows()) {
			String version = row.version();
			String type = String.valueOf(row.type());
			if (version == null || !row.success() || type.contains("BASELINE")) {
				continue;
			}
			if (UNDOING.contains(type)) {
				applied.remove(version);
				continue;
			}
			Integer former = applied.put(version, row.rank());
			if (former != null) {
				found.put(row, twice(row, former));
			}
		}
		return found;
	}

	private static String twice(HistoryRows.Row row, int former) {
		return "version %s was applied twice, with ranks %d and %d".formatted(row.version(), former, row.rank());
	}

	private static boolean isBefore(String installed, @Nullable String former) {
		LocalDate date = date(installed);
		LocalDate before = date(former);
		return date != null && before != null && date.isBefore(before.minusDays(TOLERATED_DAYS));
	}

	private static @Nullable LocalDate date(@Nullable String text) {
		try {
			return (text != null && text.length() >= 10) ? LocalDate.parse(text.substring(0, 10)) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
