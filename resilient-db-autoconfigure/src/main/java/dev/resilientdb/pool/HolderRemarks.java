package dev.resilientdb.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Leaks, long and idle transactions of one look, by method.
 */
final class HolderRemarks {

	private static final int SENTENCES = 5;

	private final LeaseThresholds thresholds;

	private final long now;

	private final Map<String, Remark> leaks = new LinkedHashMap<>();

	private final Map<String, Remark> idle = new LinkedHashMap<>();

	private final Map<String, Remark> lasting = new LinkedHashMap<>();

	HolderRemarks(LeaseThresholds thresholds, long now) {
		this.thresholds = thresholds;
		this.now = now;
	}

	/**
	 * Adds a lease; the longest come first.
	 */
	void add(LeaseObservation observation) {
		Lease lease = observation.lease();
		Duration held = Duration.ofNanos(this.now - lease.since());
		if (lease.isLeaked()) {
			add(this.leaks, observation, held);
		}
		else if (observation.state() == Holder.State.IDLE) {
			add(this.idle, observation, observation.idle(this.now));
		}
		if (lease.isOfActiveTransaction() && held.compareTo(this.thresholds.longTransaction()) >= 0) {
			add(this.lasting, observation, held);
		}
	}

	private static void add(Map<String, Remark> remarks, LeaseObservation observation, Duration duration) {
		remarks.merge(NestedAcquisitions.name(observation.lease().origin()), Remark.of(observation, duration),
				Remark::and);
	}

	int leaked() {
		return this.leaks.values().stream().mapToInt((remark) -> remark.leases().size()).sum();
	}

	Map<String, Remark> leaks() {
		return this.leaks;
	}

	Map<String, Remark> idle() {
		return this.idle;
	}

	Map<String, Remark> lasting() {
		return this.lasting;
	}

	List<String> sentences() {
		List<String> sentences = new ArrayList<>();
		this.leaks.forEach((name, remark) -> sentences.add(leak(name, remark)));
		this.idle.forEach((name, remark) -> sentences.add(idle(name, remark)));
		this.lasting.forEach((name, remark) -> sentences.add(lasting(name, remark)));
		return (sentences.size() > 2 * SENTENCES) ? sentences.subList(0, 2 * SENTENCES) : sentences;
	}

	static String leak(String name, Remark remark) {
		return "%s has leaked %s, %s held for %d s".formatted(name, connections(remark.leases().size()),
				(remark.leases().size() == 1) ? "it is" : "the first is", remark.longest().toSeconds());
	}

	static String idle(String name, Remark remark) {
		String activity = (remark.activity() != null) ? remark.activity() : "no code of the application";
		return "%s holds %s in a transaction without using %s, for %d s: its thread is in %s".formatted(name,
				connections(remark.leases().size()), (remark.leases().size() == 1) ? "it" : "them",
				remark.longest().toSeconds(), activity);
	}

	static String lasting(String name, Remark remark) {
		return "Transaction %s has lasted for %d s in thread '%s'".formatted(name, remark.longest().toSeconds(),
				remark.thread());
	}

	static String connections(int count) {
		return (count == 1) ? "1 connection" : count + " connections";
	}

	/**
	 * What is said of leases of one method.
	 *
	 * @param longest of the first of them
	 * @param thread of the first of them
	 * @param activity of the first of them
	 */
	record Remark(List<Lease> leases, Duration longest, String thread, @Nullable String activity) {

		static Remark of(LeaseObservation observation, Duration duration) {
			return new Remark(List.of(observation.lease()), duration, observation.lease().stack().thread().getName(),
					observation.activity());
		}

		Remark and(Remark later) {
			List<Lease> all = new ArrayList<>(this.leases);
			all.addAll(later.leases);
			return new Remark(all, this.longest, this.thread, this.activity);
		}

	}

}
