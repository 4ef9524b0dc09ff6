package dev.resilientdb.retry;

import org.jspecify.annotations.Nullable;

/**
 * A call as the engine sees it.
 */
interface RetriableCall {

	/**
	 * Runs it as an attempt of its own, in a transaction from its beginning to its end.
	 */
	@Nullable Object attempt() throws Throwable;

	/**
	 * Runs it as part of what runs around it.
	 */
	@Nullable Object passThrough() throws Throwable;

}
