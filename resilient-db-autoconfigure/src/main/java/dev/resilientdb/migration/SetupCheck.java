package dev.resilientdb.migration;

/**
 * Looks for anomalies that need no connection: they are found before Flyway waits for
 * one.
 */
@FunctionalInterface
interface SetupCheck {

	void examine(FlywaySetup setup, Anomalies found);

}
