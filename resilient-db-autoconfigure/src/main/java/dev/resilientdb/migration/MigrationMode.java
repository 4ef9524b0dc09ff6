package dev.resilientdb.migration;

/**
 * Who changes the schema.
 */
public enum MigrationMode {

	/**
	 * This application, at start.
	 */
	MIGRATE,

	/**
	 * Somebody else, before: this application changes nothing, and starts only on a
	 * schema that fits.
	 */
	VALIDATE,

	/**
	 * Somebody else, any time now: this application starts, changes nothing, and takes
	 * traffic as soon as the schema fits.
	 */
	WAIT

}
