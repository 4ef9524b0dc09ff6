package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

/**
 * How hard a pool was used.
 *
 * @param mostWaiting most threads that waited at once while the pool was exhausted
 * lately, 0 when it was not
 * @param mostActive most connections in use at once since the application runs
 * @param openWhenWaiting fewest open connections at which threads waited lately although
 * the pool may have more, null when that did not happen
 */
record Pressure(int mostWaiting, int mostActive, @Nullable Integer openWhenWaiting) {

	boolean isLate() {
		return this.mostWaiting > 0;
	}

}
