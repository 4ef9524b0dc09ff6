package dev.resilientdb.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * Tells what became of remembered rows: what Flyway's repair does is told apart from
 * everything else. New rows are what others have applied.
 *
 * @param tampered what nobody but a hand does
 * @param repaired what a repair does
 * @param losses the rows of the former
 */
record HistoryComparison(List<String> tampered, List<String> repaired, HistoryLosses losses) {

	static HistoryComparison of(HistoryRows remembered, HistoryRows now, List<MigrationInfo> migrations) {
		HistoryComparison result = new HistoryComparison(new ArrayList<>(), new ArrayList<>(), HistoryLosses.none());
		Map<Integer, HistoryRows.Row> present = new LinkedHashMap<>();
		now.rows().forEach((row) -> present.put(row.rank(), row));
		for (HistoryRows.Row before : remembered.rows()) {
			HistoryRows.Row after = present.remove(before.rank());
			if (after == null) {
				result.deleted(before);
			}
			else if (!after.equals(before)) {
				result.compare(before, after, migrations);
			}
		}
		result.twice(remembered, now);
		present.values().forEach(result::added);
		return result;
	}

	private void added(HistoryRows.Row row) {
		if ("DELETE".equals(row.type())) {
			this.repaired.add("%s was marked as deleted".formatted(name(row)));
		}
	}

	private void tampered(String what, HistoryRows.@Nullable Row before, HistoryRows.@Nullable Row after) {
		this.tampered.add(what);
		this.losses.losses().add(new HistoryLosses.Loss(before, after));
	}

	// Flyway applies a version once, unless it was undone in the meantime
	private void twice(HistoryRows remembered, HistoryRows now) {
		Map<HistoryRows.Row, String> known = HistoryOddities.twice(remembered);
		HistoryOddities.twice(now).forEach((row, what) -> {
			if (!known.containsValue(what)) {
				tampered(what, null, row);
			}
		});
	}

	private void deleted(HistoryRows.Row row) {
		if (row.success()) {
			tampered("the row of %s was deleted".formatted(name(row)), row, null);
		}
		else {
			this.repaired.add("the row of failed %s was deleted".formatted(name(row)));
		}
	}

	private void compare(HistoryRows.Row before, HistoryRows.Row after, List<MigrationInfo> migrations) {
		if (!before.success()) {
			this.repaired.add("the row of failed %s was %s".formatted(name(before),
					after.success() ? "set to success" : "changed"));
			return;
		}
		boolean same = Objects.equals(before.version(), after.version())
				&& Objects.equals(before.script(), after.script()) && after.success();
		if (!same) {
			tampered("the row of %s (rank %d) was changed into %s of %s".formatted(name(before), before.rank(),
					after.success() ? "one" : "a failed one", name(after)), before, after);
		}
		else if (isRealigned(before, after, migrations)) {
			this.repaired.add(change(before, after));
		}
		else {
			tampered(change(before, after), before, after);
		}
	}

	private static String change(HistoryRows.Row before, HistoryRows.Row after) {
		if (!Objects.equals(before.checksum(), after.checksum())) {
			return "the checksum of %s was changed from %s to %s".formatted(name(before), before.checksum(),
					after.checksum());
		}
		String what = Objects.equals(before.type(), after.type()) ? "description" : "type";
		return "the %s of %s was changed".formatted(what, name(before));
	}

	// Who does not know the script cannot tell, and does not accuse
	private static boolean isRealigned(HistoryRows.Row before, HistoryRows.Row after, List<MigrationInfo> migrations) {
		boolean same = Objects.equals(before.checksum(), after.checksum());
		for (MigrationInfo migration : migrations) {
			if (Objects.equals(migration.getInstalledRank(), after.rank()) && migration.getState().isResolved()) {
				return (same || Objects.equals(after.checksum(), migration.getResolvedChecksum()))
						&& migration.isDescriptionMatching() && migration.isTypeMatching();
			}
		}
		return same || after.checksum() != null;
	}

	private static String name(HistoryRows.Row row) {
		return (row.version() != null) ? "version " + row.version() : String.valueOf(row.script());
	}

}
