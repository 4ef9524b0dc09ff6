package dev.resilientdb.contention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureListener;
import dev.resilientdb.failure.Severity;
import dev.resilientdb.failure.SlidingCount;

/**
 * Counts deadlocks and remembers which methods lose to them. Safe for use by several
 * threads.
 */
public final class DeadlockLog implements FailureListener {

	// A method's name may be chosen at run time through the template
	private static final int MAX_METHODS = 1000;

	private final InstantSource clock;

	private final Map<String, DataSourceDeadlocks> dataSources = new HashMap<>();

	DeadlockLog(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public synchronized void onFailure(FailureEvent event) {
		if (event.failure().kind() == FailureKind.DEADLOCK) {
			this.dataSources.computeIfAbsent(event.dataSource(), (name) -> new DataSourceDeadlocks(this.clock))
				.add(event);
		}
	}

	/**
	 * What is known of one data source's deadlocks.
	 */
	public synchronized Summary summary(String dataSource) {
		DataSourceDeadlocks deadlocks = this.dataSources.get(dataSource);
		return (deadlocks != null) ? deadlocks.summary() : new Summary(0, Severity.LOW, List.of());
	}

	/**
	 * What is known of all data sources' deadlocks.
	 */
	public synchronized Summary summary() {
		int last24h = 0;
		Severity worst = Severity.LOW;
		Map<String, Victim> victims = new HashMap<>();
		for (DataSourceDeadlocks deadlocks : this.dataSources.values()) {
			Summary summary = deadlocks.summary();
			last24h += summary.last24h();
			worst = (summary.severity().compareTo(worst) < 0) ? summary.severity() : worst;
			summary.victims().forEach((victim) -> victims.merge(victim.method(), victim, Victim::and));
		}
		return new Summary(last24h, worst, sorted(victims));
	}

	/**
	 * Forgets everything.
	 */
	public synchronized void reset() {
		this.dataSources.clear();
	}

	/**
	 * Deadlocks of a data source.
	 *
	 * @param last24h deadlocks of the last 24 hours
	 * @param severity CRITICAL above 50 in the last five minutes, HIGH above 5, MEDIUM
	 * above none, otherwise LOW
	 * @param victims methods whose transactions the database sacrificed, most often first
	 */
	public record Summary(int last24h, Severity severity, List<Victim> victims) {
	}

	/**
	 * A method whose transactions the database sacrificed.
	 *
	 * @param method name of the method or call
	 * @param count how often since start or reset
	 * @param lastSeen when last
	 */
	public record Victim(String method, long count, Instant lastSeen) {

		private Victim and(Victim other) {
			Instant last = this.lastSeen.isAfter(other.lastSeen) ? this.lastSeen : other.lastSeen;
			return new Victim(this.method, this.count + other.count, last);
		}

	}

	private static List<Victim> sorted(Map<String, Victim> victims) {
		return victims.values().stream().sorted(Comparator.comparingLong(Victim::count).reversed()).toList();
	}

	private static final class DataSourceDeadlocks {

		private static final int CRITICAL = 50;

		private static final int HIGH = 5;

		private final SlidingCount day;

		private final SlidingCount fiveMinutes;

		private final Map<String, Victim> victims = new HashMap<>();

		DataSourceDeadlocks(InstantSource clock) {
			this.day = new SlidingCount(Duration.ofHours(24), clock);
			this.fiveMinutes = new SlidingCount(Duration.ofMinutes(5), clock);
		}

		void add(FailureEvent event) {
			this.day.add();
			this.fiveMinutes.add();
			Victim known = this.victims.get(event.method());
			if (known != null || this.victims.size() < MAX_METHODS) {
				long count = (known != null) ? known.count() + 1 : 1;
				this.victims.put(event.method(), new Victim(event.method(), count, event.time()));
			}
		}

		Summary summary() {
			return new Summary(this.day.total(), severity(this.fiveMinutes.total()), sorted(this.victims));
		}

		private static Severity severity(int lately) {
			if (lately > CRITICAL) {
				return Severity.CRITICAL;
			}
			if (lately > HIGH) {
				return Severity.HIGH;
			}
			return (lately > 0) ? Severity.MEDIUM : Severity.LOW;
		}

	}

}
