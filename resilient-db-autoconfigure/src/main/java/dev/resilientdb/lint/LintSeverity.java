package dev.resilientdb.lint;

/**
 * How much a finding matters.
 */
public enum LintSeverity {

	/**
	 * Worth knowing; nothing is at risk on this database.
	 */
	INFO,

	/**
	 * May fail or surprise, depending on what runs at the same time.
	 */
	WARNING,

	/**
	 * Blocks or breaks what uses the table, loses data, or fails.
	 */
	ERROR

}
