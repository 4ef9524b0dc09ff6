package dev.resilientdb.sample.drill;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * Outcomes and durations of calls. Confined to one thread until it is merged.
 */
class Tally {

	private final Map<String, Long> failures = new TreeMap<>();

	private final LongStream.Builder nanos = LongStream.builder();

	private long succeeded;

	void record(Runnable call) {
		long start = System.nanoTime();
		try {
			call.run();
			success(System.nanoTime() - start);
		}
		catch (RuntimeException ex) {
			failure(ex, System.nanoTime() - start);
		}
	}

	void success(long nanos) {
		this.succeeded++;
		this.nanos.add(nanos);
	}

	void failure(RuntimeException failure, long nanos) {
		this.failures.merge(failure.getClass().getSimpleName(), 1L, Long::sum);
		this.nanos.add(nanos);
	}

	static Outcome merge(List<Tally> tallies) {
		Map<String, Long> failures = new TreeMap<>();
		tallies.forEach((tally) -> tally.failures.forEach((name, count) -> failures.merge(name, count, Long::sum)));
		long succeeded = tallies.stream().mapToLong((tally) -> tally.succeeded).sum();
		LongStream nanos = tallies.stream().flatMapToLong((tally) -> tally.nanos.build());
		return new Outcome(succeeded, failures, new Durations(nanos));
	}

	/**
	 * Outcome of all callers.
	 *
	 * @param succeeded the number of calls that returned
	 * @param failures the number of calls that threw, by exception
	 * @param durations the duration of every call
	 */
	record Outcome(long succeeded, Map<String, Long> failures, Durations durations) {
	}

}
