package dev.resilientdb.constraint;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ObservedViolation.Course;
import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.SlidingCount;

/**
 * Counts violations by constraint, bounded and without values. Safe for use by several
 * threads.
 */
public final class ConstraintLog {

	private static final int MAX_CONSTRAINTS = 1000;

	private final InstantSource clock;

	private final Map<Key, Count> counts = new HashMap<>();

	ConstraintLog(InstantSource clock) {
		this.clock = clock;
	}

	synchronized void add(ObservedViolation observed) {
		FailureEvent event = observed.event();
		ConstraintViolation violation = observed.violation();
		Key key = new Key(event.dataSource(), violation.kind(), violation.constraint(), violation.table());
		if (this.counts.size() >= MAX_CONSTRAINTS && !this.counts.containsKey(key)) {
			key = new Key(event.dataSource(), violation.kind(), null, null);
		}
		this.counts.computeIfAbsent(key, (added) -> new Count(this.clock)).add(event.time(), observed.course());
	}

	/**
	 * What is known of all data sources' violations.
	 */
	public synchronized Summary summary() {
		return summary(entries(null));
	}

	/**
	 * What is known of one data source's violations.
	 */
	public synchronized Summary summary(String dataSource) {
		return summary(entries(dataSource));
	}

	/**
	 * Forgets everything.
	 */
	public synchronized void reset() {
		this.counts.clear();
	}

	private List<Entry> entries(@Nullable String dataSource) {
		Stream<Map.Entry<Key, Count>> counted = this.counts.entrySet().stream();
		return counted.filter((entry) -> dataSource == null || entry.getKey().dataSource().equals(dataSource))
			.map((entry) -> entry.getValue().entry(entry.getKey()))
			.sorted(Comparator.comparingLong(Entry::count).reversed())
			.toList();
	}

	private static Summary summary(List<Entry> entries) {
		Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
		entries.forEach((entry) -> byKind.merge(entry.kind(), entry.count(), Long::sum));
		return new Summary(entries.stream().mapToLong(Entry::count).sum(),
				entries.stream().mapToInt(Entry::perMinute).sum(), byKind, entries);
	}

	/**
	 * Violations since start or reset.
	 *
	 * @param total all violations
	 * @param perMinute violations of the last 60 seconds
	 * @param byKind all violations by kind
	 * @param constraints violated constraints, most often first
	 */
	public record Summary(long total, int perMinute, Map<Kind, Long> byKind, List<Entry> constraints) {
	}

	/**
	 * A violated constraint.
	 *
	 * @param dataSource bean name of the data source
	 * @param kind what sort of rule
	 * @param constraint its name, null when not known
	 * @param table its table, null when not known
	 * @param count how often it was violated since start or reset
	 * @param perMinute how often in the last 60 seconds
	 * @param lastSeen when last
	 * @param trend whether that is more than usual
	 * @param races how often the same transaction had looked for the key before, as far
	 * as that can be known
	 */
	public record Entry(String dataSource, Kind kind, @Nullable String constraint, @Nullable String table, long count,
			int perMinute, Instant lastSeen, Trend trend, long races) {
	}

	/**
	 * How the last minute compares to the hour before.
	 */
	public enum Trend {

		/**
		 * As often as before, or seldom.
		 */
		USUAL,

		/**
		 * At least ten times, and more than five times as often as in the hour before.
		 */
		SPIKE

	}

	private record Key(String dataSource, Kind kind, @Nullable String constraint, @Nullable String table) {
	}

	private static final class Count {

		private static final int SPIKE_MINIMUM = 10;

		private static final int SPIKE_FACTOR = 5;

		private final SlidingCount minute;

		private final SlidingCount hour;

		private long total;

		private long races;

		private Instant lastSeen = Instant.EPOCH;

		Count(InstantSource clock) {
			this.minute = new SlidingCount(Duration.ofMinutes(1), clock);
			this.hour = new SlidingCount(Duration.ofHours(1), clock);
		}

		void add(Instant time, Course course) {
			this.minute.add();
			this.hour.add();
			this.total++;
			this.races += (course == Course.RACE) ? 1 : 0;
			this.lastSeen = time;
		}

		Entry entry(Key key) {
			int lately = this.minute.total();
			double before = Math.max(0, this.hour.total() - lately) / 59.0;
			boolean spike = lately >= SPIKE_MINIMUM && lately > SPIKE_FACTOR * before;
			return new Entry(key.dataSource(), key.kind(), key.constraint(), key.table(), this.total, lately,
					this.lastSeen, spike ? Trend.SPIKE : Trend.USUAL, this.races);
		}

	}

}
