package dev.resilientdb.failure;

/**
 * What usually cures a failure.
 */
public enum RecoveryAction {

	/**
	 * Run the whole transaction again.
	 */
	RETRY,

	/**
	 * Use a fresh connection.
	 */
	RECONNECT,

	/**
	 * Go to the server that accepts writes now.
	 */
	FAIL_OVER,

	/**
	 * Stop calling for a while.
	 */
	BREAK_CIRCUIT,

	/**
	 * Offer less: shed load or serve without the database.
	 */
	DEGRADE,

	/**
	 * Correct the data or the request.
	 */
	FIX_INPUT,

	/**
	 * A person has to act: configuration, schema, statement or server.
	 */
	MANUAL

}
