package dev.resilientdb.capability;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the server behind a data source can do.
 *
 * @param dataSource bean name of the data source
 * @param product the product's name, null while the server has not answered yet
 * @param version what the server tells of its version, null while it has not answered yet
 * @param capabilities all of them, empty while the server has not answered yet and for
 * products of which nothing is known
 */
public record CapabilityReport(String dataSource, @Nullable String product, @Nullable String version,
		List<ServerCapability> capabilities) {

	public CapabilityReport {
		capabilities = List.copyOf(capabilities);
	}

	static CapabilityReport unknown(String dataSource, @Nullable String product) {
		return new CapabilityReport(dataSource, product, null, List.of());
	}

	/**
	 * How far the server supports a capability.
	 */
	public Support support(Capability capability) {
		for (ServerCapability known : this.capabilities) {
			if (known.capability() == capability) {
				return known.support();
			}
		}
		return Support.UNKNOWN;
	}

	/**
	 * Of which the server showed something else than its documentation says.
	 */
	public List<ServerCapability> disagreements() {
		return this.capabilities.stream().filter(ServerCapability::disagrees).toList();
	}

}
