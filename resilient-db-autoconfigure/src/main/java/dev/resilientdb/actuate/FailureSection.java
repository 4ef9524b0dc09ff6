package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.failure.FailureLog.Summary;

/**
 * Section {@code failures}.
 */
final class FailureSection implements HealthSection {

	// The whole history stands once, in the section itself
	private static final int LATEST = 10;

	private final FailureLog log;

	FailureSection(FailureLog log) {
		this.log = log;
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
