package dev.resilientdb.pool;

/**
 * A pool whose settings can be read, and changed while it runs. Nothing here waits for
 * the database.
 */
interface PoolControl {

	PoolSetup setup();

	/**
	 * Sets what differs from what is set now, except for the keepalive time.
	 * @throws IllegalArgumentException when the pool refuses a value
	 */
	void apply(PoolSetup setup);

	/**
	 * Sets the size alone, and fewer connections that are kept ready if need be.
	 */
	void resize(int maximumPoolSize);

	/**
	 * Has connections opened for those who wait since before the pool may have more.
	 * @param most how many connections to open at most
	 */
	void serveWaiting(int most);

	/**
	 * Closes the idle connections now and the others when they come back.
	 * @return whether there is a pool yet
	 */
	boolean evict();

}
