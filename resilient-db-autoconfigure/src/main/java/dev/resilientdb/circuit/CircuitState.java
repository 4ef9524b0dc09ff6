package dev.resilientdb.circuit;

/**
 * Whether callers get through to a database.
 */
public enum CircuitState {

	/**
	 * All do.
	 */
	CLOSED,

	/**
	 * A few do, to find out whether it is there again.
	 */
	HALF_OPEN,

	/**
	 * None do.
	 */
	OPEN

}
