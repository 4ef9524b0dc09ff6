package dev.resilientdb.pool;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Remembers for a while how hard a pool was used. For one thread.
 */
final class PressureGauge {

	private static final Duration LATELY = Duration.ofMinutes(10);

	private @Nullable Instant exhausted;

	private int mostWaiting;

	private int mostActive;

	private @Nullable Integer openWhenWaiting;

	Pressure note(PoolReport report) {
		PoolFigures figures = report.figures();
		Instant last = this.exhausted;
		if (last != null && report.time().isAfter(last.plus(LATELY))) {
			this.exhausted = null;
			this.mostWaiting = 0;
			this.openWhenWaiting = null;
		}
		if (figures != null) {
			this.mostActive = Math.max(this.mostActive, figures.active());
			if (report.verdict() == PoolVerdict.EXHAUSTED && figures.isExhausted()) {
				noteExhaustion(report.time(), figures);
			}
		}
		return new Pressure(this.mostWaiting, this.mostActive, this.openWhenWaiting);
	}

	private void noteExhaustion(Instant time, PoolFigures figures) {
		Integer waiting = figures.waiting();
		this.exhausted = time;
		this.mostWaiting = Math.max(this.mostWaiting, (waiting != null) ? waiting : 0);
		if (figures.total() < figures.max()) {
			Integer fewest = this.openWhenWaiting;
			this.openWhenWaiting = (fewest != null) ? Math.min(fewest, figures.total()) : figures.total();
		}
	}

}
