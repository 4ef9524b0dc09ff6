package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

/**
 * Connections of a pool at one moment.
 *
 * @param active in use
 * @param idle open and free
 * @param total open
 * @param waiting threads that wait for a connection, null when the pool does not tell
 * @param max how many may be open
 */
public record PoolFigures(int active, int idle, int total, @Nullable Integer waiting, int max) {

	/**
	 * Share of the connections that are in use, from 0 to 1.
	 */
	public double utilization() {
		return (this.max > 0) ? (double) this.active / this.max : 0;
	}

	/**
	 * Whether callers wait although more connections may be open.
	 */
	boolean isStarving() {
		return isExhausted() && this.total < this.max;
	}

	boolean isExhausted() {
		return this.waiting != null && this.waiting > 0 && this.idle == 0;
	}

}
