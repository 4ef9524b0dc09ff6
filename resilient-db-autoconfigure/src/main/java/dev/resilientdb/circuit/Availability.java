package dev.resilientdb.circuit;

/**
 * What can be expected of a database, worst last.
 */
public enum Availability {

	/**
	 * Nothing is known against it.
	 */
	AVAILABLE,

	/**
	 * It serves, but not everybody or not fast: the pool is saturated or exhausted, the
	 * server takes no further connections, or it has just come back.
	 */
	DEGRADED,

	/**
	 * It refused to write a short while ago: its disk is full, or it is a replica.
	 */
	READ_ONLY,

	/**
	 * It does not answer or refuses the login.
	 */
	DOWN;

	Availability or(Availability other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
