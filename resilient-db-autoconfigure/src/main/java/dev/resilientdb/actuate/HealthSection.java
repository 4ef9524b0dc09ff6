package dev.resilientdb.actuate;

import java.util.Map;

/**
 * One section of {@code dbhealth} that tells of data sources.
 */
interface HealthSection {

	/**
	 * The name in the path.
	 */
	String name();

	/**
	 * The key under each data source.
	 */
	default String key() {
		return name();
	}

	/**
	 * Over all data sources.
	 */
	Map<String, Object> overall();

	/**
	 * Of one data source.
	 */
	Map<String, Object> of(String dataSource);

	/**
	 * Of one data source, for the view of all sections.
	 */
	default Map<String, Object> summary(String dataSource) {
		return of(dataSource);
	}

	/**
	 * How one data source fares by what this section knows.
	 */
	default HealthStatus status(String dataSource) {
		return HealthStatus.UNKNOWN;
	}

}
