package dev.resilientdb.pool;

/**
 * What is the matter with a pool or the database behind it.
 */
public enum PoolVerdict {

	/**
	 * Connections are free and the database answers.
	 */
	HEALTHY,

	/**
	 * Most connections are in use.
	 */
	BUSY,

	/**
	 * Nearly all connections are in use.
	 */
	SATURATED,

	/**
	 * No connection is free and callers wait, while the database answers.
	 */
	EXHAUSTED,

	/**
	 * Methods have ended without giving their connections back.
	 */
	LEAKING,

	/**
	 * No connection is free, and everybody who holds one waits for another one.
	 */
	POOL_LOCKED,

	/**
	 * The database does not answer.
	 */
	DATABASE_DOWN,

	/**
	 * The database answers and refuses the login.
	 */
	BAD_CREDENTIALS,

	/**
	 * Nobody has asked the pool for a connection yet.
	 */
	UNINITIALISED,

	/**
	 * Neither the pool nor the database has told anything.
	 */
	UNKNOWN;

	/**
	 * Whether callers are or will soon be refused.
	 */
	boolean isTrouble() {
		return switch (this) {
			case SATURATED, EXHAUSTED, LEAKING, POOL_LOCKED, DATABASE_DOWN, BAD_CREDENTIALS -> true;
			case HEALTHY, BUSY, UNINITIALISED, UNKNOWN -> false;
		};
	}

	/**
	 * Whether callers wait because of how connections are used.
	 */
	boolean isExhaustion() {
		return this == EXHAUSTED || this == POOL_LOCKED;
	}

	/**
	 * Whether it tells how much of the pool is in use.
	 */
	boolean isOfPool() {
		return compareTo(POOL_LOCKED) <= 0;
	}

	/**
	 * Whether the database is the reason, and not the pool's size.
	 */
	boolean isOfDatabase() {
		return this == DATABASE_DOWN || this == BAD_CREDENTIALS;
	}

}
