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
	public Map<String, Object> summary(String dataSource) {
		PoolReport report = this.pools.report(dataSource);
		return (report != null) ? summary(report) : of(dataSource);
	}

	@Override
	public HealthStatus status(String dataSource) {
		PoolReport report = this.pools.report(dataSource);
		return (report != null) ? status(report) : HealthStatus.UNKNOWN;
	}

	private static HealthStatus status(PoolReport report) {
		return switch (report.verdict()) {
			case HEALTHY, BUSY -> HealthStatus.HEALTHY;
			case SATURATED -> HealthStatus.DEGRADED;
			case LEAKING -> isExhausted(report.figures()) ? HealthStatus.CRITICAL : HealthStatus.DEGRADED;
			case EXHAUSTED, POOL_LOCKED -> HealthStatus.CRITICAL;
			case DATABASE_DOWN, BAD_CREDENTIALS -> HealthStatus.DOWN;
			case UNINITIALISED, UNKNOWN -> HealthStatus.UNKNOWN;
		};
	}

	private static boolean isExhausted(@Nullable PoolFigures figures) {
		return figures != null && figures.idle() == 0 && figures.waiting() != null && figures.waiting() > 0;
	}

	/**
	 * A report with its figures on one level, and with the holders under pressure.
	 */
	static Map<String, Object> summary(PoolReport report) {
		Map<String, Object> summary = view(report);
		if (report.verdict() == PoolVerdict.HEALTHY || report.verdict() == PoolVerdict.BUSY) {
			summary.remove("holders");
		}
		summary.remove("nested");
		return summary;
	}

	private static Map<String, Object> view(PoolReport report) {
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
		view.put("holders", report.holders());
		view.put("nested", report.nested());
		view.put("time", report.time());
		return view;
	}

}
