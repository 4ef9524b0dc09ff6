package dev.resilientdb.pool;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one look at the holders of a pool's connections found.
 *
 * @param holders who holds them, the longest first; the first of them when there are many
 * @param leaked how many were leaked
 * @param lock null unless all holders wait for each other
 * @param remarks leaks, long and idle transactions, in sentences
 * @param nested pairs of places that asked for a second connection
 */
record Holding(List<Holder> holders, int leaked, @Nullable PoolLock lock, List<String> remarks,
		List<NestedAcquisition> nested) {

	/**
	 * Of a pool whose connections are not noted.
	 */
	static final Holding UNKNOWN = new Holding(List.of(), 0, null, List.of(), List.of());

	Holding {
		holders = List.copyOf(holders);
		remarks = List.copyOf(remarks);
		nested = List.copyOf(nested);
	}

}
