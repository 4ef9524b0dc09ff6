package dev.resilientdb.pool;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the threads that asked one pool for a second connection, by pairs of places.
 * Safe for use by several threads.
 */
final class NestedAcquisitions {

	private static final Logger logger = LoggerFactory.getLogger(NestedAcquisitions.class);

	private static final int PAIRS = 200;

	static final String SOMEWHERE = "(unknown)";

	private final String dataSource;

	private final NestedPolicy policy;

	private final LongAdder total = new LongAdder();

	private final AtomicInteger depth = new AtomicInteger(1);

	private final Map<Pair, LongAdder> pairs = new ConcurrentHashMap<>();

	NestedAcquisitions(String dataSource, NestedPolicy policy) {
		this.dataSource = dataSource;
		this.policy = policy;
	}

	boolean areForbidden() {
		return this.policy == NestedPolicy.FAIL;
	}

	boolean areCounted() {
		return this.policy != NestedPolicy.OFF;
	}

	/**
	 * Tells of one.
	 * @param outer what the first connection was taken for
	 * @param inner what the next is asked for
	 * @throws NestedAcquisitionException when it is forbidden
	 */
	void add(Lease outer, LeaseStack.Wish inner) throws NestedAcquisitionException {
		this.total.increment();
		this.depth.accumulateAndGet(inner.depth(), Math::max);
		Pair pair = new Pair(name(outer.origin()), name(inner.origin()));
		if (this.policy == NestedPolicy.FAIL) {
			throw new NestedAcquisitionException(this.dataSource, pair.outer(), pair.inner());
		}
		if (pair.isKnown()) {
			count(pair);
		}
	}

	private void count(Pair pair) {
		LongAdder known = this.pairs.get(pair);
		if (known == null && this.pairs.size() < PAIRS) {
			LongAdder added = new LongAdder();
			known = Objects.requireNonNullElse(this.pairs.putIfAbsent(pair, added), added);
			if (known == added) {
				warn(pair);
			}
		}
		if (known != null) {
			known.increment();
		}
	}

	private void warn(Pair pair) {
		logger.warn(
				"{} asks data source '{}' for a connection while its thread holds one for {}: as many such calls at once"
						+ " as the pool has connections lock it (resilient-db.pool.nested-acquisition)",
				pair.inner(), this.dataSource, pair.outer());
	}

	long total() {
		return this.total.sum();
	}

	/**
	 * The most connections that one thread wanted at once.
	 */
	int depth() {
		return this.depth.get();
	}

	/**
	 * The most frequent first.
	 */
	List<NestedAcquisition> seen() {
		return this.pairs.entrySet()
			.stream()
			.map((entry) -> new NestedAcquisition(entry.getKey().outer(), entry.getKey().inner(),
					entry.getValue().sum()))
			.sorted((one, other) -> Long.compare(other.count(), one.count()))
			.toList();
	}

	static String name(@Nullable LeaseOrigin origin) {
		String name = (origin != null) ? origin.name() : null;
		return (name != null) ? name : SOMEWHERE;
	}

	private record Pair(String outer, String inner) {

		boolean isKnown() {
			return !this.outer.equals(SOMEWHERE) && !this.inner.equals(SOMEWHERE);
		}

	}

}
