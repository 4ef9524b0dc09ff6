package dev.resilientdb.dialect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import dev.resilientdb.capability.Capability;
import dev.resilientdb.capability.CapabilityRow;
import dev.resilientdb.capability.ServerVersion;
import dev.resilientdb.capability.Support;

/**
 * The capabilities of one product. A line holds the {@link Capability}, how far it is
 * supported, since which version or a dash for all of them, the page of the vendor's
 * documentation and what to know. Of one capability the lines follow each other by
 * version.
 */
final class CapabilityTable {

	private static final String ALWAYS = "-";

	private final List<CapabilityRow> rows;

	private CapabilityTable(List<CapabilityRow> rows) {
		this.rows = Collections.unmodifiableList(rows);
	}

	/**
	 * Parses a table.
	 * @param documentation where the pages are
	 */
	static CapabilityTable of(String documentation, String lines) {
		List<CapabilityRow> rows = new ArrayList<>();
		for (String line : lines.lines().filter((text) -> !text.isBlank()).toList()) {
			CapabilityRow row = parse(documentation, line);
			Assert.isTrue(rows.stream().noneMatch((former) -> !isBefore(former, row)),
					() -> "'" + line + "' does not follow the line before it");
			rows.add(row);
		}
		return new CapabilityTable(rows);
	}

	List<CapabilityRow> rows() {
		return this.rows;
	}

	private static boolean isBefore(CapabilityRow former, CapabilityRow row) {
		ServerVersion since = row.since();
		return former.capability() != row.capability()
				|| (since != null && (former.since() == null || former.since().compareTo(since) < 0));
	}

	private static CapabilityRow parse(String documentation, String line) {
		String[] cells = line.strip().split("\\s+", 5);
		Assert.isTrue(cells.length >= 4, () -> "No capability, support, version and page in '" + line + "'");
		return new CapabilityRow(Capability.valueOf(cells[0]), Support.valueOf(cells[1]), since(cells[2]),
				documentation + cells[3], (cells.length > 4) ? cells[4] : "");
	}

	private static @Nullable ServerVersion since(String cell) {
		return cell.equals(ALWAYS) ? null : ServerVersion.in(cell);
	}

}
