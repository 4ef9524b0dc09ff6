package dev.resilientdb.pool;

/**
 * Told of every look at a pool. Beans of this type are found by themselves. Called in the
 * thread that looks at all pools: must be quick and must not use the database.
 */
@FunctionalInterface
public interface PoolListener {

	/**
	 * Called after each look at a data source.
	 */
	void sampled(PoolReport report);

}
