package dev.resilientdb.lint;

/**
 * Whether a script runs inside of a transaction.
 */
public enum TransactionUse {

	/**
	 * As Flyway does unless told: in a transaction, except for scripts whose statements
	 * do not allow one.
	 */
	AUTOMATIC,

	/**
	 * It was told to run in a transaction.
	 */
	ALWAYS,

	/**
	 * It was told to run without one.
	 */
	NEVER

}
