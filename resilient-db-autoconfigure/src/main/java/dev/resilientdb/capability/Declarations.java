package dev.resilientdb.capability;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the documentation of a product says of one version.
 */
final class Declarations {

	private final Map<Capability, CapabilityRow> rows;

	private Declarations(Map<Capability, CapabilityRow> rows) {
		this.rows = rows;
	}

	/**
	 * Of a version, null when the server tells none that can be read.
	 */
	static Declarations of(Collection<CapabilityRow> table, @Nullable ServerVersion version) {
		Map<Capability, CapabilityRow> rows = new EnumMap<>(Capability.class);
		for (CapabilityRow row : table) {
			rows.merge(row.capability(), at(row, version), (former, next) -> holds(row, version) ? next : former);
		}
		return new Declarations(rows);
	}

	private static boolean holds(CapabilityRow row, @Nullable ServerVersion version) {
		ServerVersion since = row.since();
		return since == null || version == null || version.compareTo(since) >= 0;
	}

	private static CapabilityRow at(CapabilityRow row, @Nullable ServerVersion version) {
		if (row.since() != null && version == null) {
			return new CapabilityRow(row.capability(), Support.UNKNOWN, null, row.source(), "Since " + row.since());
		}
		return holds(row, version) ? row
				: new CapabilityRow(row.capability(), Support.NO, null, row.source(), "Since " + row.since());
	}

	/**
	 * What is said of a capability.
	 */
	CapabilityRow row(Capability capability) {
		return this.rows.getOrDefault(capability, new CapabilityRow(capability, Support.UNKNOWN, null, "", ""));
	}

}
