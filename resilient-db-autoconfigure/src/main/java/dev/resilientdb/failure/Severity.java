package dev.resilientdb.failure;

/**
 * How bad a failure is for the application as a whole, worst first.
 */
public enum Severity {

	/**
	 * The database or its data cannot be used: wake someone.
	 */
	CRITICAL,

	/**
	 * Part of the work fails until something changes.
	 */
	HIGH,

	/**
	 * Single transactions fail; a rising rate deserves a look.
	 */
	MEDIUM,

	/**
	 * Expected in normal operation.
	 */
	LOW

}
