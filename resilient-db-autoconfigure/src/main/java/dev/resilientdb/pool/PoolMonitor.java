package dev.resilientdb.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one data source again and again, and changes its verdict when the reason
 * lasts. {@link #sample()} is for one thread, {@link #report()} for all.
 */
final class PoolMonitor {

	private static final Logger logger = LoggerFactory.getLogger(PoolMonitor.class);

	private final String dataSource;

	private final PoolInside inside;

	private final @Nullable DatabaseProbe probe;

	private final Supplier<PoolJudge> judge;

	private final InstantSource clock;

	private volatile PoolReport report;

	private boolean starving;

	private PoolVerdict told = PoolVerdict.UNKNOWN;

	private final Hysteresis hysteresis = new Hysteresis();

	/**
	 * Creates a monitor.
	 * @param probe null when the database is not to be asked
	 * @param judge asked for anew at each look
	 */
	PoolMonitor(String dataSource, PoolInside inside, @Nullable DatabaseProbe probe, Supplier<PoolJudge> judge,
			InstantSource clock) {
		this.dataSource = dataSource;
		this.inside = inside;
		this.probe = probe;
		this.judge = judge;
		this.clock = clock;
		Instant now = clock.instant();
		this.report = new PoolReport(dataSource, PoolVerdict.UNKNOWN, now, now,
				Evidence.of(new Sight(null, Holding.UNKNOWN, ProbeAnswer.none(now))), null, ProbeAnswer.none(now),
				List.of(), List.of());
	}

	PoolReport report() {
		return this.report;
	}

	void sample() {
		if (this.probe != null) {
			ask(this.probe);
		}
		Instant now = this.clock.instant();
		Sight sight = look(now);
		PoolReport last = this.report;
		PoolVerdict found = (this.inside.reader() != null) ? this.judge.get().ofPool(sight, last.verdict())
				: this.judge.get().ofDatabase(sight.probe());
		PoolVerdict verdict = this.hysteresis.lasting(found, last.verdict());
		Instant since = (verdict == last.verdict()) ? last.since() : now;
		this.report = report(verdict, since, now, sight);
	}

	/**
	 * Logs a verdict that has changed.
	 */
	void tell() {
		PoolVerdict before = this.told;
		this.told = this.report.verdict();
		if (this.told != before) {
			tell(before);
		}
	}

	// Only a new connection tells why a pool that may grow lets callers wait. One that
	// grows does so for a moment, too
	private void ask(DatabaseProbe asked) {
		PoolFigures figures = this.report.figures();
		boolean starves = figures != null && figures.isStarving();
		if (starves && this.starving) {
			asked.renew();
		}
		this.starving = starves;
		asked.ask();
	}

	private Sight look(Instant now) {
		PoolFigures figures = figures();
		Holding holding = holding(figures, now);
		return new Sight(figures, holding, (this.probe != null) ? this.probe.answer() : ProbeAnswer.none(now));
	}

	// What the database says is told of a pool that cannot be looked into, too
	private @Nullable PoolFigures figures() {
		try {
			return this.inside.figures();
		}
		// Pools of any vendor and version
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Pool of data source '{}' cannot be looked into", this.dataSource, ex);
			return null;
		}
	}

	private Holding holding(@Nullable PoolFigures figures, Instant now) {
		try {
			return this.inside.holding(figures, now);
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Holders of data source '{}' cannot be looked at", this.dataSource, ex);
			return Holding.UNKNOWN;
		}
	}

	void close() {
		if (this.probe != null) {
			this.probe.close();
		}
	}

	private PoolReport report(PoolVerdict verdict, Instant since, Instant now, Sight sight) {
		return new PoolReport(this.dataSource, verdict, since, now, Evidence.of(sight), sight.figures(), sight.probe(),
				sight.holding().holders(), sight.holding().nested());
	}

	private void tell(PoolVerdict before) {
		PoolReport now = this.report;
		String text = "Pool of data source '{}' is {}, was {}: {}";
		if (now.verdict().isTrouble()) {
			logger.warn(text, this.dataSource, now.verdict(), before, String.join("; ", now.evidence()));
		}
		else if (before.isTrouble()) {
			logger.info(text, this.dataSource, now.verdict(), before, String.join("; ", now.evidence()));
		}
		else {
			logger.debug(text, this.dataSource, now.verdict(), before, String.join("; ", now.evidence()));
		}
	}

}
