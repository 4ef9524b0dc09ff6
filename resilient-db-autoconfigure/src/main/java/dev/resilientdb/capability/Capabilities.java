package dev.resilientdb.capability;

/**
 * What the servers behind the application's data sources can do. Asking reads memory
 * alone and never waits; servers are asked in the background once the application has
 * started. Safe for use by several threads.
 */
public interface Capabilities {

	/**
	 * What is known of one server.
	 * @param dataSource bean name of the data source
	 */
	CapabilityReport report(String dataSource);

	/**
	 * Whether a server is known to have a capability without any condition.
	 * @param dataSource bean name of the data source
	 */
	default boolean supports(String dataSource, Capability capability) {
		return report(dataSource).support(capability) == Support.YES;
	}

}
