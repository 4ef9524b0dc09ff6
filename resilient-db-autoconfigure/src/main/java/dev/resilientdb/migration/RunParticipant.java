package dev.resilientdb.migration;

import org.jspecify.annotations.Nullable;

/**
 * Takes part in every run of Flyway that changes a schema.
 */
interface RunParticipant {

	/**
	 * Called before Flyway begins: may add callbacks and stand around the data source.
	 */
	void prepare(MigrationRun run);

	/**
	 * Called when Flyway is done, the last participant first; also when one of them could
	 * not prepare, those that did not included.
	 * @param failure what Flyway threw, null when everything was applied
	 */
	default void ended(MigrationRun run, @Nullable Throwable failure) {
	}

}
