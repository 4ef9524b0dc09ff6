package dev.resilientdb.actuate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.failure.FailureLog.Summary;
import dev.resilientdb.failure.Severity;

/**
 * Section {@code failures}.
 */
final class FailureSection implements CountingSection {

	// The whole history stands once, in the section itself
	private static final int LATEST = 10;

	private static final Duration LATELY = Duration.ofMinutes(1);

	private final FailureLog log;

	private final InstantSource clock;

	FailureSection(FailureLog log, InstantSource clock) {
		this.log = log;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "failures";
	}

	@Override
	public Map<String, Object> overall() {
		return view(this.log.summary());
	}

	@Override
	public Map<String, Object> of(String dataSource) {
		Map<String, Object> view = view(this.log.summary(dataSource));
		view.computeIfPresent("recent", (key, recent) -> latest((List<?>) recent));
		return view;
	}

	@Override
	public HealthStatus status(String dataSource) {
		Severity worst = this.log.worst(dataSource, this.clock.instant().minus(LATELY));
		if (worst == null) {
			return HealthStatus.UNKNOWN;
		}
		return switch (worst) {
			case CRITICAL -> HealthStatus.CRITICAL;
			case HIGH -> HealthStatus.DEGRADED;
			case MEDIUM, LOW -> HealthStatus.HEALTHY;
		};
	}

	private static List<?> latest(List<?> recent) {
		return recent.subList(0, Math.min(LATEST, recent.size()));
	}

	@Override
	public void reset() {
		this.log.reset();
	}

	private static Map<String, Object> view(Summary summary) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("total", summary.total());
		view.put("perMinute", summary.perMinute());
		view.put("byKind", summary.byKind());
		view.put("bySeverity", summary.bySeverity());
		view.put("recent", summary.recent());
		return view;
	}

}
