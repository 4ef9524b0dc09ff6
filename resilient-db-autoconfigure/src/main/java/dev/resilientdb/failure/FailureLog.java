package dev.resilientdb.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Remembers recent failures, bounded and without messages or values, and counts all of
 * them per data source. Safe for use by several threads.
 */
public final class FailureLog implements FailureListener {

	private final int capacity;

	private final InstantSource clock;

	private final Deque<Entry> entries = new ArrayDeque<>();

	private final Map<String, Counts> counts = new TreeMap<>();

	FailureLog(int capacity, InstantSource clock) {
		this.capacity = capacity;
		this.clock = clock;
	}

	@Override
	public synchronized void onFailure(FailureEvent event) {
		DatabaseFailure failure = event.failure();
		if (this.entries.size() == this.capacity) {
			this.entries.removeLast();
		}
		this.entries.addFirst(new Entry(event.time(), event.dataSource(), event.method(), failure.kind(),
				failure.severity(), failure.product(), failure.sqlState(), failure.vendorCode()));
		this.counts.computeIfAbsent(event.dataSource(), (name) -> new Counts(this.clock)).add(failure.kind());
	}

	/**
	 * What is known of one data source's failures.
	 */
	public synchronized Summary summary(String dataSource) {
		Counts counts = this.counts.getOrDefault(dataSource, new Counts(this.clock));
		return counts.summary(this.entries.stream().filter((entry) -> entry.dataSource().equals(dataSource)).toList());
	}

	/**
	 * What is known of all data sources' failures.
	 */
	public synchronized Summary summary() {
		Counts total = new Counts(this.clock);
		int perMinute = 0;
		for (Counts counts : this.counts.values()) {
			counts.byKind.forEach((kind, count) -> total.byKind.merge(kind, count, Long::sum));
			perMinute += counts.lastMinute.total();
		}
		return total.summary(perMinute, new ArrayList<>(this.entries));
	}

	/**
	 * The worst severity among the remembered failures of a data source.
	 * @param since failures before this time are passed over
	 * @return the severity, or null when there was no failure
	 */
	public synchronized @Nullable Severity worst(String dataSource, Instant since) {
		return this.entries.stream()
			.takeWhile((entry) -> !entry.time().isBefore(since))
			.filter((entry) -> entry.dataSource().equals(dataSource))
			.map(Entry::severity)
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/**
	 * Forgets everything.
	 */
	public synchronized void reset() {
		this.entries.clear();
		this.counts.clear();
	}

	/**
	 * A remembered failure.
	 *
	 * @param time when it was noticed
	 * @param dataSource bean name of the data source
	 * @param method name of the method or call
	 * @param kind what happened
	 * @param severity how bad it is
	 * @param product the product that reported it
	 * @param sqlState the SQLState, null when the driver gave none
	 * @param vendorCode the product's own code, 0 when the driver gave none
	 */
	public record Entry(Instant time, String dataSource, String method, FailureKind kind, Severity severity,
			String product, @Nullable String sqlState, int vendorCode) {
	}

	/**
	 * Counts since start or reset.
	 *
	 * @param total all failures
	 * @param perMinute failures of the last 60 seconds
	 * @param byKind all failures by kind
	 * @param bySeverity all failures by severity
	 * @param recent remembered failures, latest first
	 */
	public record Summary(long total, int perMinute, Map<FailureKind, Long> byKind, Map<Severity, Long> bySeverity,
			List<Entry> recent) {
	}

	private static final class Counts {

		private final SlidingCount lastMinute;

		private final Map<FailureKind, Long> byKind = new EnumMap<>(FailureKind.class);

		Counts(InstantSource clock) {
			this.lastMinute = new SlidingCount(Duration.ofMinutes(1), clock);
		}

		void add(FailureKind kind) {
			this.byKind.merge(kind, 1L, Long::sum);
			this.lastMinute.add();
		}

		Summary summary(List<Entry> recent) {
			return summary(this.lastMinute.total(), recent);
		}

		Summary summary(int perMinute, List<Entry> recent) {
			Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
			this.byKind.forEach((kind, count) -> bySeverity.merge(kind.severity(), count, Long::sum));
			long total = this.byKind.values().stream().mapToLong(Long::longValue).sum();
			return new Summary(total, perMinute, new EnumMap<>(this.byKind), bySeverity, recent);
		}

	}

}
