package dev.resilientdb.actuate;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import dev.resilientdb.pool.PoolReport;
import dev.resilientdb.pool.Pools;
import dev.resilientdb.pool.ProbeAnswer.Outcome;

/**
 * Health of one data source from the last look at its pool. Down only when the database
 * is: an instance whose pool is too small is not helped by taking others' traffic.
 */
final class PoolHealthIndicator implements HealthIndicator {

	private final Pools pools;

	private final String dataSource;

	PoolHealthIndicator(Pools pools, String dataSource) {
		this.pools = pools;
		this.dataSource = dataSource;
	}

	@Override
	public Health health() {
		PoolReport report = this.pools.report(this.dataSource);
		if (report == null) {
			return Health.unknown().build();
		}
		return Health.status(status(report)).withDetails(PoolSection.summary(report)).build();
	}

	private static Status status(PoolReport report) {
		return switch (report.verdict()) {
			case HEALTHY, BUSY, SATURATED, EXHAUSTED, LEAKING, POOL_LOCKED -> Status.UP;
			case DATABASE_DOWN, BAD_CREDENTIALS -> Status.DOWN;
			case UNINITIALISED -> (report.probe().outcome() == Outcome.ANSWERED) ? Status.UP : Status.UNKNOWN;
			case UNKNOWN -> Status.UNKNOWN;
		};
	}

}
