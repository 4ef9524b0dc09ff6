package dev.resilientdb.migration;

/**
 * What is going to happen to a schema after somebody has looked at it.
 */
enum Expectation {

	/**
	 * Pending migrations are applied in a moment.
	 */
	TO_BE_MIGRATED,

	/**
	 * Nothing: what is pending stays pending.
	 */
	UP_TO_DATE

}
