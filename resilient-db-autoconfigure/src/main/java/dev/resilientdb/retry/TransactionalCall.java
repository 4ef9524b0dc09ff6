package dev.resilientdb.retry;

import org.jspecify.annotations.Nullable;

/**
 * Runs a transaction from its beginning to its end.
 */
@FunctionalInterface
interface TransactionalCall {

	@Nullable Object proceed() throws Throwable;

}
