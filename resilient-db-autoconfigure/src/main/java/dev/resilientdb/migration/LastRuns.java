package dev.resilientdb.migration;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the last run of each Flyway in this process has applied. Safe for use by several
 * threads.
 */
final class LastRuns {

	private final Map<String, List<LedgerRow>> rows = new ConcurrentHashMap<>();

	void put(String flyway, List<LedgerRow> applied) {
		this.rows.put(flyway, List.copyOf(applied));
	}

	List<LedgerRow> of(String flyway) {
		return this.rows.getOrDefault(flyway, List.of());
	}

}
