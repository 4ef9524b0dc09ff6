package dev.resilientdb.retry;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What became of the calls of retried methods. Safe for use by several threads.
 */
public final class RetryStatistics {

	// The template lets an application choose names at run time
	private static final int MAX_METHODS = 1000;

	private static final String OTHER_METHODS = "other";

	private final Map<Key, MethodStatistics> methods = new ConcurrentHashMap<>();

	private final Function<String, RetryMeters> meters;

	RetryStatistics(Function<String, RetryMeters> meters) {
		this.meters = meters;
	}

	/**
	 * The counts of a method; beyond {@value #MAX_METHODS} methods those of all further
	 * ones together.
	 */
	MethodStatistics method(String name, String dataSource) {
		MethodStatistics known = this.methods.get(new Key(name, dataSource));
		if (known != null) {
			return known;
		}
		String kept = (this.methods.size() < MAX_METHODS) ? name : OTHER_METHODS;
		return this.methods.computeIfAbsent(new Key(kept, dataSource),
				(key) -> new MethodStatistics(key.method(), dataSource, this.meters.apply(key.method())));
	}

	/**
	 * The number of calls on a data source since start that succeeded at once.
	 */
	long successes(String dataSource) {
		return this.methods.values()
			.stream()
			.filter((method) -> method.dataSource().equals(dataSource))
			.mapToLong(MethodStatistics::successes)
			.sum();
	}

	/**
	 * Totals over the methods that use the given data source.
	 * @param dataSource bean name of the data source
	 */
	public Summary summary(String dataSource) {
		return summary(
				this.methods.values().stream().filter((method) -> method.dataSource().equals(dataSource)).toList());
	}

	/**
	 * Totals over all methods.
	 */
	public Summary summary() {
		return summary(this.methods.values());
	}

	/**
	 * Counts from zero again. Metrics go on.
	 */
	public void reset() {
		this.methods.values().forEach(MethodStatistics::reset);
	}

	private static Summary summary(Collection<MethodStatistics> methods) {
		Map<CallOutcome, Long> totals = new EnumMap<>(CallOutcome.class);
		Map<String, Map<CallOutcome, Long>> byMethod = new TreeMap<>();
		for (MethodStatistics method : methods) {
			Map<CallOutcome, Long> ofMethod = byMethod.computeIfAbsent(method.method(),
					(name) -> new EnumMap<>(CallOutcome.class));
			method.counts().forEach((outcome, count) -> {
				totals.merge(outcome, count, Long::sum);
				ofMethod.merge(outcome, count, Long::sum);
			});
		}
		List<MethodCalls> named = byMethod.entrySet()
			.stream()
			.map((entry) -> new MethodCalls(entry.getKey(), Calls.of(entry.getValue())))
			.toList();
		return new Summary(Calls.of(totals), named);
	}

	/**
	 * Totals, and the methods they come from.
	 */
	public record Summary(Calls total, List<MethodCalls> methods) {
	}

	/**
	 * The calls of one method.
	 */
	public record MethodCalls(String method, Calls calls) {
	}

	/**
	 * Calls by outcome.
	 *
	 * @param calls all calls
	 * @param firstAttempt calls that ended with their first attempt
	 * @param recovered calls that succeeded after a retry
	 * @param exhausted calls that failed although they could be retried
	 * @param ambiguous calls whose commit is in doubt
	 * @param rejected calls that the retry budget did not let run again
	 * @param inert calls inside another transaction
	 */
	public record Calls(long calls, long firstAttempt, long recovered, long exhausted, long ambiguous, long rejected,
			long inert) {

		static Calls of(Map<CallOutcome, Long> counts) {
			return new Calls(counts.values().stream().mapToLong(Long::longValue).sum(),
					counts.getOrDefault(CallOutcome.FIRST_ATTEMPT, 0L), counts.getOrDefault(CallOutcome.RECOVERED, 0L),
					counts.getOrDefault(CallOutcome.EXHAUSTED, 0L), counts.getOrDefault(CallOutcome.AMBIGUOUS, 0L),
					counts.getOrDefault(CallOutcome.REJECTED, 0L), counts.getOrDefault(CallOutcome.INERT, 0L));
		}

		/**
		 * The part of the calls in need of a retry that recovered, from 0 to 1; 1 when
		 * none was in need.
		 */
		public double recoveryRate() {
			long needed = this.recovered + this.exhausted + this.rejected;
			return (needed == 0) ? 1.0 : (double) this.recovered / needed;
		}

	}

	private record Key(String method, String dataSource) {
	}

}
