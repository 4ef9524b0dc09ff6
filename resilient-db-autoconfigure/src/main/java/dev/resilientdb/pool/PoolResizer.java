package dev.resilientdb.pool;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.pool.Resizes.Direction;

/**
 * Gives one pool another size, tells of it and counts it.
 */
final class PoolResizer {

	private static final Logger logger = LoggerFactory.getLogger(PoolResizer.class);

	private final String dataSource;

	private final PoolControl pool;

	private final Resizes resizes;

	PoolResizer(String dataSource, PoolControl pool, Resizes resizes) {
		this.dataSource = dataSource;
		this.pool = pool;
		this.resizes = resizes;
	}

	String dataSource() {
		return this.dataSource;
	}

	int size() {
		return this.pool.setup().maximumPoolSize();
	}

	void grow(int size, String reason) {
		int before = size();
		resize(Direction.GROW, size, reason);
		this.pool.serveWaiting(size - before);
	}

	void shrink(int size, String reason) {
		resize(Direction.SHRINK, size, reason);
	}

	private void resize(Direction direction, int size, String reason) {
		int before = size();
		this.pool.resize(size);
		this.resizes.count(this.dataSource, direction);
		logger.info("Pool of data source '{}' may have {} connections, had {}: {}", this.dataSource, size, before,
				reason);
	}

}
