package dev.resilientdb.migration;

/**
 * How a schema and the application fit, from best to worst.
 */
public enum MigrationVerdict {

	/**
	 * Nobody has looked yet.
	 */
	UNKNOWN,

	/**
	 * Nothing is wrong and nothing is pending.
	 */
	SOUND,

	/**
	 * There is something to look at.
	 */
	WARNED,

	/**
	 * The application takes no traffic before the schema fits.
	 */
	NOT_READY,

	/**
	 * The application must not run on this schema.
	 */
	REFUSED

}
