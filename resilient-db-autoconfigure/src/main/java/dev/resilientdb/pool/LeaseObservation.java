package dev.resilientdb.pool;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What the sampler saw of one lease. For one thread.
 */
final class LeaseObservation {

	private static final int LOOKS = 3;

	private final Lease lease;

	private final @Nullable String driver;

	private long lastTrace = Long.MIN_VALUE;

	private int idleLooks;

	private long idleSince;

	private Holder.State state = Holder.State.HELD;

	private @Nullable String activity;

	LeaseObservation(Lease lease) {
		this.lease = lease;
		this.driver = driver(lease);
	}

	private static @Nullable String driver(Lease lease) {
		try {
			Class<?> type = lease.physical().getClass();
			String[] name = type.getPackageName().split("\\.", 3);
			return (Proxy.isProxyClass(type) || name.length < 2) ? null : name[0] + "." + name[1] + ".";
		}
		catch (SQLException ex) {
			return null;
		}
	}

	Lease lease() {
		return this.lease;
	}

	/**
	 * When its thread was last looked at, by the nanosecond clock.
	 */
	long lastTrace() {
		return this.lastTrace;
	}

	Holder.State state() {
		if (this.lease.isLeaked()) {
			return Holder.State.LEAKED;
		}
		return (this.lease.stack().wish() != null) ? Holder.State.WAITING : this.state;
	}

	@Nullable String activity() {
		LeaseStack.Wish wish = this.lease.stack().wish();
		return (wish != null && wish.origin() != null) ? wish.origin().name() : this.activity;
	}

	Duration idle(long now) {
		return (this.idleLooks >= LOOKS) ? Duration.ofNanos(now - this.idleSince) : Duration.ZERO;
	}

	/**
	 * Looks at what the thread executes.
	 * @return whether the connection is leaked if it is held for long enough
	 */
	boolean trace(ApplicationCode code, LeaseThresholds thresholds, long now) {
		this.lastTrace = now;
		Thread thread = this.lease.stack().thread();
		boolean ended = !thread.isAlive();
		boolean transaction = this.lease.isOfActiveTransaction();
		ThreadTrace trace = new ThreadTrace(thread.getStackTrace(), code);
		// Held after the look means held during it: a lease that is over stays over
		if (this.lease.isOver() || (trace.isEmpty() && thread.isAlive())) {
			return false;
		}
		if (ended) {
			return true;
		}
		see(trace, transaction, thresholds, now);
		return !transaction && isAbandoned(trace);
	}

	private void see(ThreadTrace trace, boolean transaction, LeaseThresholds thresholds, long now) {
		boolean inDriver = this.driver == null || trace.isInside(this.driver);
		boolean idle = !inDriver && transaction && this.lease.stack().wish() == null;
		this.idleSince = (idle && this.idleLooks > 0) ? this.idleSince : now;
		this.idleLooks = idle ? this.idleLooks + 1 : 0;
		this.activity = trace.method();
		if (idle(now).compareTo(thresholds.idleTransaction()) >= 0) {
			this.state = Holder.State.IDLE;
		}
		else {
			this.state = (inDriver && this.driver != null) ? Holder.State.IN_DATABASE : Holder.State.HELD;
		}
	}

	private boolean isAbandoned(ThreadTrace trace) {
		LeaseOrigin origin = this.lease.origin();
		if (origin instanceof CallSite site) {
			return !site.outlivesMethod() && !trace.mayHold(site);
		}
		String name = (origin != null) ? origin.name() : null;
		if (origin == null || name == null) {
			return trace.isIdle();
		}
		// Between the end of the transaction and the return of its connection
		boolean ending = trace.isInside("org.springframework.transaction.")
				|| trace.executesMethod(name.substring(name.lastIndexOf('.') + 1));
		return !origin.outlivesMethod() && !ending;
	}

	/**
	 * Whether the thread waits for another connection of the pool while it needs this
	 * one.
	 */
	boolean isWaiting(ApplicationCode code) {
		if (this.lease.stack().wish() == null || this.lease.isLeaked()) {
			return false;
		}
		return !(this.lease.origin() instanceof CallSite site) || site.outlivesMethod()
				|| new ThreadTrace(this.lease.stack().thread().getStackTrace(), code).holds(site);
	}

}
