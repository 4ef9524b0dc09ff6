package dev.resilientdb.migration;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * A run of Flyway did not get a lock in the time that it may wait.
 */
final class MigrationLockException extends FlywayException {

	private final String wayOut;

	MigrationLockException(String message, String wayOut, @Nullable Throwable cause) {
		super(message, cause);
		this.wayOut = wayOut;
	}

	/**
	 * What is to be done, in sentences.
	 */
	String wayOut() {
		return this.wayOut;
	}

}
