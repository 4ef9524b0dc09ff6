package dev.resilientdb.migration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The circumstances in which the schema behind each Flyway was last compared with its
 * remembered picture. Safe for use by several threads.
 */
final class ConfirmedSchemas {

	private final Map<String, String> circumstances = new ConcurrentHashMap<>();

	void confirm(String flyway, String picturesCircumstances) {
		this.circumstances.put(flyway, picturesCircumstances);
	}

	boolean isConfirmed(String flyway, String picturesCircumstances) {
		return picturesCircumstances.equals(this.circumstances.get(flyway));
	}

}
