package dev.resilientdb.migration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The circumstances in which the schema behind each Flyway was last compared with its
 * remembered picture. Safe for use by several threads.
 */
final class ConfirmedSchemas {

	private final Map<String, String> circumstances = new ConcurrentHashMap<>();

	/**
	 * Whether the remembered picture says something about the present.
	 */
	boolean confirm(String flyway, String remembered, String present) {
		boolean same = remembered.equals(present);
		if (same) {
			this.circumstances.put(flyway, present);
		}
		else {
			this.circumstances.remove(flyway);
		}
		return same;
	}

	boolean isConfirmed(String flyway, String picturesCircumstances) {
		return picturesCircumstances.equals(this.circumstances.get(flyway));
	}

}
