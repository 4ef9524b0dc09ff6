package dev.resilientdb.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one pool grow while callers wait for connections that come back too slowly, and
 * shrink when they are gone. Grows step by step, and only when the server has just told
 * that it has room. For one thread.
 */
final class Autoscale {

	private static final Logger logger = LoggerFactory.getLogger(Autoscale.class);

	private final PoolResizer pool;

	private final LimitsProbe limits;

	private final Supplier<@Nullable Long> handedOut;

	private final SizingProperties.Autoscale settings;

	private final InstantSource clock;

	private int configured;

	private int size;

	private @Nullable Wait wait;

	private @Nullable Instant unusedSince;

	private final Set<Reluctance> told = EnumSet.noneOf(Reluctance.class);

	/**
	 * Creates the autoscaling of a pool.
	 * @param handedOut how many connections the data source handed out, null when that is
	 * not known
	 */
	Autoscale(PoolResizer pool, LimitsProbe limits, Supplier<@Nullable Long> handedOut,
			SizingProperties.Autoscale settings, InstantSource clock) {
		this.pool = pool;
		this.limits = limits;
		this.handedOut = handedOut;
		this.settings = settings;
		this.clock = clock;
		this.configured = pool.size();
		this.size = this.configured;
	}

	/**
	 * The size to which the pool shrinks back.
	 */
	int configured() {
		return this.configured;
	}

	void look(PoolReport report) {
		adoptForeignSize();
		PoolFigures figures = report.figures();
		if (figures == null || report.verdict().isOfDatabase()) {
			this.wait = null;
			this.unusedSince = null;
		}
		else if (helps(report.verdict())) {
			this.unusedSince = null;
			lookAtWait(figures);
		}
		else {
			this.wait = null;
			lookAtRest(figures);
			if (report.verdict() == PoolVerdict.HEALTHY) {
				this.told.clear();
			}
		}
	}

	/**
	 * Whether more connections would help. A leak or a lock would take them, too.
	 */
	private static boolean helps(PoolVerdict verdict) {
		return switch (verdict) {
			case EXHAUSTED -> true;
			case HEALTHY, BUSY, SATURATED, LEAKING, POOL_LOCKED, DATABASE_DOWN, BAD_CREDENTIALS, UNINITIALISED,
					UNKNOWN ->
				false;
		};
	}

	// Whoever set it meant it
	private void adoptForeignSize() {
		int now = this.pool.size();
		if (now != this.size) {
			this.configured = now;
			this.size = now;
			this.wait = null;
			this.unusedSince = null;
		}
	}

	private void lookAtWait(PoolFigures figures) {
		Instant now = this.clock.instant();
		Wait begun = this.wait;
		if (begun == null) {
			this.wait = new Wait(now, figures.total(), this.handedOut.get());
		}
		else if (!now.isBefore(begun.since.plus(this.settings.growAfter())) && isFull(figures)) {
			decide(begun, figures, now);
		}
	}

	// Otherwise connections are about to be opened, and end the wait without growth
	private boolean isFull(PoolFigures figures) {
		return figures.isExhausted() && figures.total() >= this.size;
	}

	private void decide(Wait begun, PoolFigures figures, Instant now) {
		Reluctance reluctance = reluctance(begun, figures);
		if (reluctance != null) {
			refuse(reluctance, "");
		}
		else if (begun.wish == null) {
			begun.wish = now;
			this.limits.wish();
		}
		else if (!this.limits.report().time().isBefore(begun.wish)) {
			grow(this.limits.report(), figures);
		}
	}

	private @Nullable Reluctance reluctance(Wait begun, PoolFigures figures) {
		if (this.size >= bound()) {
			return Reluctance.BOUND;
		}
		Long before = begun.handedOut;
		Long now = this.handedOut.get();
		if (before == null || now == null) {
			return Reluctance.UNSEEN;
		}
		int opened = Math.max(0, figures.total() - begun.total);
		return (now - before > opened) ? null : Reluctance.STANDSTILL;
	}

	private void grow(ServerReport server, PoolFigures figures) {
		Integer free = (server.limits() != null) ? server.limits().free() : null;
		if (free == null) {
			String obstacle = server.obstacle();
			refuse(Reluctance.UNKNOWN_LIMITS, (obstacle != null) ? ": " + obstacle : "");
			return;
		}
		int room = Math.min(free - this.settings.serverReserve(), Math.min(this.settings.step(), bound() - this.size));
		if (room <= 0) {
			refuse(Reluctance.NO_ROOM,
					": " + free + " connections are left, resilient-db.pool.autoscale.server-reserve="
							+ this.settings.serverReserve());
			return;
		}
		this.size += room;
		this.pool.grow(this.size,
				figures.waiting() + " threads wait for a connection, and the server has " + free + " connections left");
		this.wait = null;
		this.told.clear();
	}

	private int bound() {
		Integer max = this.settings.max();
		return (max != null) ? max : this.configured;
	}

	private void refuse(Reluctance reluctance, String detail) {
		this.wait = null;
		if (this.told.add(reluctance)) {
			logger.info("Pool of data source '{}' stays at {} connections although threads wait, because {}{}",
					this.pool.dataSource(), this.size, reluctance.reason, detail);
		}
	}

	private void lookAtRest(PoolFigures figures) {
		int step = Math.min(this.settings.step(), this.size - this.configured);
		Integer waiting = figures.waiting();
		int wanted = figures.active() + ((waiting != null) ? waiting : 0);
		if (step <= 0 || wanted > this.size - step) {
			this.unusedSince = null;
			return;
		}
		Instant now = this.clock.instant();
		if (this.unusedSince == null) {
			this.unusedSince = now;
		}
		else if (!now.isBefore(this.unusedSince.plus(this.settings.shrinkAfter()))) {
			this.unusedSince = null;
			this.size -= step;
			this.pool.shrink(this.size,
					"not more than " + wanted + " were in use for " + this.settings.shrinkAfter().toSeconds() + " s");
		}
	}

	/**
	 * Why a pool does not grow.
	 */
	private enum Reluctance {

		BOUND("resilient-db.pool.autoscale.max is reached"),

		STANDSTILL("no connection came back meanwhile: whoever holds them would hold more"),

		UNSEEN("nobody can tell whether connections come back to this data source"),

		UNKNOWN_LIMITS("it is not known how many connections the server has left"),

		NO_ROOM("the server has no room");

		private final String reason;

		Reluctance(String reason) {
			this.reason = reason;
		}

	}

	/**
	 * A time in which callers wait, and how things stood when it began.
	 */
	private static final class Wait {

		private final Instant since;

		private final int total;

		private final @Nullable Long handedOut;

		private @Nullable Instant wish;

		Wait(Instant since, int total, @Nullable Long handedOut) {
			this.since = since;
			this.total = total;
			this.handedOut = handedOut;
		}

	}

}
