package dev.resilientdb.lint;

/**
 * How Flyway keeps other instances out while it migrates PostgreSQL: what it holds
 * decides whether {@code CREATE INDEX CONCURRENTLY} ever ends.
 */
public enum FlywayLock {

	/**
	 * In a transaction, Flyway's default.
	 */
	TRANSACTIONAL,

	/**
	 * In a session ({@code postgresql.transactional.lock=false}).
	 */
	SESSION,

	/**
	 * Nobody said.
	 */
	UNKNOWN

}
