package dev.resilientdb.pool;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives one pool another size, tells of it and counts it.
 */
final class PoolResizer {

	private static final Logger logger = LoggerFactory.getLogger(PoolResizer.class);

	private final String dataSource;

	private final PoolControl pool;

	private final Map<Direction, LongAdder> counts = new EnumMap<>(Direction.class);

	PoolResizer(String dataSource, PoolControl pool) {
		this.dataSource = dataSource;
		this.pool = pool;
		for (Direction direction : Direction.values()) {
			this.counts.put(direction, new LongAdder());
		}
	}

	String dataSource() {
		return this.dataSource;
	}

	int size() {
		return this.pool.setup().maximumPoolSize();
	}

	void grow(int size, String reason) {
		resize(Direction.GROW, size, reason);
		this.pool.serveWaiting();
	}

	// Leaves the connections that HikariCP keeps ready alone: it never grew them
	void shrink(int size, String reason) {
		resize(Direction.SHRINK, size, reason);
	}

	private void resize(Direction direction, int size, String reason) {
		PoolSetup before = this.pool.setup();
		this.pool.apply(before.withMaximumPoolSize(size));
		this.counts.get(direction).increment();
		logger.info("Pool of data source '{}' has up to {} connections, had {}: {}", this.dataSource, size,
				before.maximumPoolSize(), reason);
	}

	long count(Direction direction) {
		return this.counts.get(direction).sum();
	}

	/**
	 * Of a change.
	 */
	enum Direction {

		GROW, SHRINK

	}

}
