package dev.resilientdb.pool;

import java.util.List;

/**
 * Everybody who holds a connection of the pool waits for another one.
 *
 * @param holders threads that hold connections
 * @param threads threads that want connections, as many as were ever seen
 * @param depth connections that one of them wants at once
 * @param cycles who holds and what for they ask
 */
record PoolLock(int holders, int threads, int depth, List<String> cycles) {

	/**
	 * Connections with which one thread always gets all it wants.
	 */
	int requiredSize() {
		return this.threads * (this.depth - 1) + 1;
	}

}
