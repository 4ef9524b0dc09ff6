package dev.resilientdb.migration;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How long Flyway may wait for its lock.
 */
interface LockPatience {

	/**
	 * Called each time that Flyway asks for its lock.
	 * @param waited how long it has asked in vain
	 * @return how long it may go on waiting, null for ever
	 * @throws MigrationLockException when it may not, or its thread was interrupted
	 */
	@Nullable Duration left(Duration waited);

}
