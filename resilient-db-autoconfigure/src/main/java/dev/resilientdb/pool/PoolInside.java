package dev.resilientdb.pool;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What can be seen of one pool from inside the application.
 *
 * @param reader null when the pool cannot be looked into
 * @param holders null when its connections are not noted
 */
record PoolInside(@Nullable PoolReader reader, @Nullable LeaseInspector holders) {

	@Nullable PoolFigures figures() {
		return (this.reader != null) ? this.reader.read() : null;
	}

	Holding holding(@Nullable PoolFigures figures, Instant time) {
		return (this.holders != null) ? this.holders.look(figures, time) : Holding.UNKNOWN;
	}

}
