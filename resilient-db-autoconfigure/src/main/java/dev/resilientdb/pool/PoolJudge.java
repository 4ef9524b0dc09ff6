package dev.resilientdb.pool;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.FailureKind;

/**
 * Tells the verdict from a pool's connections and the database's last answer. A verdict
 * that holds already is left a little later than it is reached.
 *
 * @param warning utilization from which a pool is busy, from 0 to 1
 * @param critical utilization from which it is saturated
 */
record PoolJudge(double warning, double critical) {

	private static final double MARGIN = 0.05;

	/**
	 * Judges a pool. One that has no figures has not begun.
	 */
	PoolVerdict ofPool(Sight sight, PoolVerdict current) {
		PoolVerdict ofDatabase = ofDatabase(sight.probe());
		if (ofDatabase != PoolVerdict.HEALTHY && ofDatabase != PoolVerdict.UNKNOWN) {
			return ofDatabase;
		}
		PoolFigures figures = sight.figures();
		if (figures == null) {
			return PoolVerdict.UNINITIALISED;
		}
		if (sight.holding().lock() != null) {
			return PoolVerdict.POOL_LOCKED;
		}
		return isLeaking(figures, sight.holding()) ? PoolVerdict.LEAKING : ofFigures(figures, current);
	}

	/**
	 * Judges a database whose pool cannot be looked into.
	 */
	PoolVerdict ofDatabase(ProbeAnswer probe) {
		return switch (probe.outcome()) {
			case NOT_ASKED -> PoolVerdict.UNKNOWN;
			case ANSWERED -> PoolVerdict.HEALTHY;
			case SILENT -> PoolVerdict.DATABASE_DOWN;
			case FAILED -> ofFailure(probe.failure());
		};
	}

	private static PoolVerdict ofFailure(@Nullable FailureKind failure) {
		if (failure == FailureKind.AUTHENTICATION) {
			return PoolVerdict.BAD_CREDENTIALS;
		}
		// A server that refuses one more connection serves the others
		return (failure == FailureKind.TOO_MANY_CONNECTIONS) ? PoolVerdict.HEALTHY : PoolVerdict.DATABASE_DOWN;
	}

	// A few leaked connections do not explain why a large pool is exhausted
	private static boolean isLeaking(PoolFigures figures, Holding holding) {
		return holding.leaked() > 0 && (!figures.isExhausted() || 2 * holding.leaked() >= figures.max());
	}

	private PoolVerdict ofFigures(PoolFigures figures, PoolVerdict current) {
		if (figures.isExhausted()) {
			return PoolVerdict.EXHAUSTED;
		}
		double utilization = figures.utilization();
		if (utilization >= threshold(this.critical, current, PoolVerdict.SATURATED)) {
			return PoolVerdict.SATURATED;
		}
		return (utilization >= threshold(this.warning, current, PoolVerdict.BUSY)) ? PoolVerdict.BUSY
				: PoolVerdict.HEALTHY;
	}

	private static double threshold(double value, PoolVerdict current, PoolVerdict verdict) {
		boolean holds = current.isOfPool() && current.compareTo(verdict) >= 0;
		return holds ? value - MARGIN : value;
	}

}
