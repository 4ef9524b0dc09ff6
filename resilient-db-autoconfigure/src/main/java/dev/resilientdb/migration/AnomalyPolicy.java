package dev.resilientdb.migration;

/**
 * What is done about an anomaly.
 */
public enum AnomalyPolicy {

	/**
	 * The application does not start.
	 */
	FAIL,

	/**
	 * The application starts without touching the schema and takes no traffic.
	 */
	NOT_READY,

	/**
	 * It is logged, and shown as a warning.
	 */
	WARN,

	/**
	 * It is shown, and nothing else.
	 */
	IGNORE

}
