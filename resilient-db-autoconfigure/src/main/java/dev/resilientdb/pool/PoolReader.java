package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

/**
 * Looks into a pool without borrowing from it.
 */
@FunctionalInterface
interface PoolReader {

	/**
	 * The pool at this moment, null when it has not begun or has ended.
	 */
	@Nullable PoolFigures read();

}
