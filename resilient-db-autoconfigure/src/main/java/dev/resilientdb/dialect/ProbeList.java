package dev.resilientdb.dialect;

import java.util.List;

import org.springframework.util.Assert;

import dev.resilientdb.capability.Capability;
import dev.resilientdb.capability.CapabilityProbe;

/**
 * Questions to servers of one product. A line holds the {@link Capability} and the
 * statements, separated by semicolons.
 */
final class ProbeList {

	private ProbeList() {
	}

	static List<CapabilityProbe> of(String lines) {
		return lines.lines().filter((line) -> !line.isBlank()).map(ProbeList::parse).toList();
	}

	private static CapabilityProbe parse(String line) {
		String[] cells = line.strip().split("\\s+", 2);
		Assert.isTrue(cells.length == 2, () -> "No capability and statement in '" + line + "'");
		return new CapabilityProbe(Capability.valueOf(cells[0]), List.of(cells[1].split("\\s*;\\s*")));
	}

}
