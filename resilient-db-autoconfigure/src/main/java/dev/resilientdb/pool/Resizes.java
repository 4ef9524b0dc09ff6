package dev.resilientdb.pool;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often pools grew and shrank by themselves. Safe for use by several threads.
 */
final class Resizes {

	private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

	void count(String dataSource, Direction direction) {
		adder(dataSource, direction).increment();
	}

	long get(String dataSource, Direction direction) {
		return adder(dataSource, direction).sum();
	}

	private LongAdder adder(String dataSource, Direction direction) {
		return this.counts.computeIfAbsent(new Key(dataSource, direction), (key) -> new LongAdder());
	}

	/**
	 * Of a change.
	 */
	enum Direction {

		GROW, SHRINK;

		String tag() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	private record Key(String dataSource, Direction direction) {
	}

}
