package dev.resilientdb.failure;

/**
 * Told of every failure at a transaction boundary. Beans of this type are found by
 * themselves. Called in the thread of the failed transaction after it ended: must be
 * quick and must not use the database.
 */
@FunctionalInterface
public interface FailureListener {

	/**
	 * Called once for each failed attempt.
	 */
	void onFailure(FailureEvent event);

}
