package dev.resilientdb.pool;

import java.time.Instant;
import java.time.InstantSource;
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

	private final @Nullable PoolReader reader;

	private final @Nullable DatabaseProbe probe;

	private final Supplier<PoolJudge> judge;

	private final InstantSource clock;

	private volatile PoolReport report;

	private final Hysteresis hysteresis = new Hysteresis();

	/**
	 * Creates a monitor.
	 * @param reader null when the pool cannot be looked into
	 * @param probe null when the database is not to be asked
	 * @param judge asked for anew at each look
	 */
	PoolMonitor(String dataSource, @Nullable PoolReader reader, @Nullable DatabaseProbe probe,
			Supplier<PoolJudge> judge, InstantSource clock) {
		this.dataSource = dataSource;
		this.reader = reader;
		this.probe = probe;
		this.judge = judge;
		this.clock = clock;
		Instant now = clock.instant();
		this.report = report(PoolVerdict.UNKNOWN, now, now, null, ProbeAnswer.none(now));
	}

	PoolReport report() {
		return this.report;
	}

	void sample() {
		if (this.probe != null) {
			this.probe.ask();
		}
		Instant now = this.clock.instant();
		PoolFigures figures = figures();
		ProbeAnswer answer = (this.probe != null) ? this.probe.answer() : ProbeAnswer.none(now);
		PoolReport last = this.report;
		PoolVerdict found = (this.reader != null) ? this.judge.get().ofPool(figures, answer, last.verdict())
				: this.judge.get().ofDatabase(answer);
		PoolVerdict verdict = this.hysteresis.lasting(found, last.verdict());
		Instant since = (verdict == last.verdict()) ? last.since() : now;
		this.report = report(verdict, since, now, figures, answer);
		if (verdict != last.verdict()) {
			tell(last.verdict());
		}
	}

	// What the database says is told of a pool that cannot be looked into, too
	private @Nullable PoolFigures figures() {
		try {
			return (this.reader != null) ? this.reader.read() : null;
		}
		catch (RuntimeException | LinkageError ex) {
			logger.debug("Pool of data source '{}' cannot be looked into", this.dataSource, ex);
			return null;
		}
	}

	void close() {
		if (this.probe != null) {
			this.probe.close();
		}
	}

	private PoolReport report(PoolVerdict verdict, Instant since, Instant now, @Nullable PoolFigures figures,
			ProbeAnswer answer) {
		return new PoolReport(this.dataSource, verdict, since, now, Evidence.of(figures, answer), figures, answer);
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
