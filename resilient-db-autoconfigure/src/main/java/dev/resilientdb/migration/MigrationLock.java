package dev.resilientdb.migration;

import java.time.Instant;
import java.util.List;

/**
 * What a run of Flyway waits for.
 *
 * @param waiter the history whose lock is wanted, or the script that cannot go on
 * @param since when the waiting began
 * @param holders who holds it, none when nobody can be seen
 */
public record MigrationLock(String waiter, Instant since, List<LockHolder> holders) {

	public MigrationLock {
		holders = List.copyOf(holders);
	}

}
