package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

/**
 * What a connection was taken for.
 */
sealed interface LeaseOrigin permits CallSite, TransactionFrame {

	/**
	 * The method, with package and class; null when a transaction has no name.
	 */
	@Nullable String name();

	/**
	 * Whether a session or another transaction may hold the connection for longer than
	 * the method runs.
	 */
	boolean outlivesMethod();

}
