package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

/**
 * Knows one way in which a pool does not fit what is around it.
 */
@FunctionalInterface
interface SizingRule {

	/**
	 * Advises on a pool.
	 * @return null when there is nothing to say, or not enough known to say it
	 */
	@Nullable Advice examine(PoolSituation situation);

}
