package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.pool.PoolFigures;
import dev.resilientdb.pool.PoolReport;
import dev.resilientdb.pool.PoolSizing;
import dev.resilientdb.pool.PoolVerdict;
import dev.resilientdb.pool.Pools;

/**
 * Section {@code pool}.
 */
final class PoolSection implements HealthSection {

	private final Pools pools;

	private final @Nullable PoolSizing sizing;

	PoolSection(Pools pools, @Nullable PoolSizing sizing) {
		this.pools = pools;
		this.sizing = sizing;
	}

	@Override
	public String name() {
		return "pool";
	}

	@Override
	public Map<String, Object> overall() {
		return Map.of();
	}

	@Override
	public Map<String, Object> of(String dataSource) {
		PoolReport report = this.pools.report(dataSource);
		Map<String, Object> view = (report != null) ? view(report) : unknown();
		if (this.sizing != null) {
			view.put("server", ServerView.of(this.sizing.server(dataSource)));
			view.put("recommendations", this.sizing.advice(dataSource));
		}
		return view;
	}

	private static Map<String, Object> unknown() {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("verdict", PoolVerdict.UNKNOWN);
		return view;
	}

	@Override
	public HealthStatus status(String dataSource) {
		PoolReport report = this.pools.report(dataSource);
		return (report != null) ? status(report.verdict()) : HealthStatus.UNKNOWN;
	}

	private static HealthStatus status(PoolVerdict verdict) {
		return switch (verdict) {
			case HEALTHY, BUSY -> HealthStatus.HEALTHY;
			case SATURATED -> HealthStatus.DEGRADED;
			case EXHAUSTED -> HealthStatus.CRITICAL;
			case DATABASE_DOWN, BAD_CREDENTIALS -> HealthStatus.DOWN;
			case UNINITIALISED, UNKNOWN -> HealthStatus.UNKNOWN;
		};
	}

	/**
	 * A report with its figures on one level.
	 */
	static Map<String, Object> view(PoolReport report) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("verdict", report.verdict());
		view.put("since", report.since());
		PoolFigures figures = report.figures();
		if (figures != null) {
			view.put("active", figures.active());
			view.put("idle", figures.idle());
			view.put("total", figures.total());
			view.put("max", figures.max());
			view.put("waiting", figures.waiting());
			view.put("utilization", figures.utilization());
		}
		view.put("evidence", report.evidence());
		view.put("time", report.time());
		return view;
	}

}
