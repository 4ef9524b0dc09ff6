package dev.resilientdb.pool;

/**
 * What is done about a thread that asks a pool for a second connection.
 */
enum NestedPolicy {

	/**
	 * Nothing.
	 */
	OFF,

	/**
	 * It is counted, and warned about once for each pair of places.
	 */
	WARN,

	/**
	 * It gets an exception instead.
	 */
	FAIL

}
