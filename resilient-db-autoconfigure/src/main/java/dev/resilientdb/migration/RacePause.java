package dev.resilientdb.migration;

/**
 * Waits until a migration runs again.
 */
@FunctionalInterface
interface RacePause {

	/**
	 * Called before each further attempt.
	 * @param attempt its number, from 2
	 */
	void before(int attempt);

}
