package dev.resilientdb.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Looks at who holds the connections of one pool, again and again. For one thread.
 */
final class LeaseInspector {

	private static final int TRACES = 32;

	private static final int HOLDERS = 50;

	// Under pressure everybody is worth a look
	private static final long UNDER_PRESSURE = Duration.ofMillis(500).toNanos();

	private final Leases leases;

	private final ApplicationCode code;

	private final LeaseThresholds thresholds;

	private final LeaseLog log;

	private Map<Lease, LeaseObservation> known = new HashMap<>();

	private int threads;

	LeaseInspector(Leases leases, ApplicationCode code, LeaseThresholds thresholds, LeaseLog log) {
		this.leases = leases;
		this.code = code;
		this.thresholds = thresholds;
		this.log = log;
	}

	/**
	 * Looks once.
	 * @param figures null when there is no pool yet
	 */
	Holding look(@Nullable PoolFigures figures, Instant time) {
		long now = this.leases.now();
		List<LeaseObservation> open = observe();
		trace(open, (figures != null && figures.isExhausted()) ? UNDER_PRESSURE : this.thresholds.firstTrace(), now);
		PoolLock lock = (figures != null && isFull(figures, open)) ? lock(figures, open) : null;
		HolderRemarks remarks = new HolderRemarks(this.thresholds, now);
		open.forEach(remarks::add);
		this.log.tell(remarks);
		return new Holding(holders(open, time, now), remarks.leaked(), lock, remarks.sentences(),
				this.leases.nested().seen());
	}

	private List<LeaseObservation> observe() {
		Map<Lease, LeaseObservation> observations = new HashMap<>();
		for (Lease lease : this.leases.open()) {
			LeaseObservation observation = this.known.get(lease);
			observations.put(lease, (observation != null) ? observation : new LeaseObservation(lease));
		}
		this.known = observations;
		List<LeaseObservation> open = new ArrayList<>(observations.values());
		open.sort((one, other) -> Long.signum(one.lease().since() - other.lease().since()));
		return open;
	}

	// Those that were not looked at for longest first: looking stops a thread
	private void trace(List<LeaseObservation> open, long age, long now) {
		open.stream()
			.filter((observation) -> now - observation.lease().since() >= age)
			.sorted(Comparator.comparingLong(LeaseObservation::lastTrace))
			.limit(TRACES)
			.forEach((observation) -> trace(observation, now));
	}

	private void trace(LeaseObservation observation, long now) {
		Lease lease = observation.lease();
		boolean abandoned = observation.trace(this.code, this.thresholds, now);
		boolean old = now - lease.since() >= this.thresholds.leak().toNanos();
		if (abandoned && old && !lease.isLeaked()) {
			this.leases.leak(lease);
		}
	}

	private static boolean isFull(PoolFigures figures, List<LeaseObservation> open) {
		return figures.isExhausted() && figures.total() >= figures.max() && !open.isEmpty()
				&& open.size() >= figures.active();
	}

	private @Nullable PoolLock lock(PoolFigures figures, List<LeaseObservation> open) {
		Map<LeaseStack, LeaseStack.Wish> wishes = new HashMap<>();
		Map<String, Integer> cycles = new TreeMap<>();
		int depth = this.leases.nested().depth();
		for (LeaseObservation observation : open) {
			LeaseStack.Wish wish = observation.lease().stack().wish();
			if (wish == null || !observation.isWaiting(this.code)) {
				return null;
			}
			wishes.put(observation.lease().stack(), wish);
			depth = Math.max(depth, wish.depth());
			cycles.merge(NestedAcquisitions.name(observation.lease().origin()) + " holds one and asks for one for "
					+ NestedAcquisitions.name(wish.origin()), 1, Integer::sum);
		}
		Integer waiting = figures.waiting();
		this.threads = Math.max(this.threads, Math.max(wishes.size(), (waiting != null) ? waiting : 0));
		return new PoolLock(wishes.size(), this.threads, depth, cycles(cycles));
	}

	private static List<String> cycles(Map<String, Integer> cycles) {
		return cycles.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + ((entry.getValue() > 1) ? " (" + entry.getValue() + " times)" : ""))
			.toList();
	}

	private static List<Holder> holders(List<LeaseObservation> open, Instant time, long now) {
		return open.stream().limit(HOLDERS).map((observation) -> holder(observation, time, now)).toList();
	}

	private static Holder holder(LeaseObservation observation, Instant time, long now) {
		Lease lease = observation.lease();
		LeaseOrigin origin = lease.origin();
		String name = (origin != null) ? origin.name() : null;
		boolean transaction = origin instanceof TransactionFrame;
		return new Holder(transaction ? name : null, transaction ? null : name, lease.stack().thread().getName(),
				time.minusNanos(now - lease.since()), observation.state(), observation.activity());
	}

}
