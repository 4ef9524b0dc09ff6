package dev.resilientdb.actuate;

/**
 * State of a data source, or of all of them, worst last.
 */
enum HealthStatus {

	UNKNOWN, HEALTHY, DEGRADED, CRITICAL, DOWN

}
