package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.failure.FailureLog.Summary;

/**
 * Section {@code failures}.
 */
final class FailureSection implements HealthSection {

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
		return view(this.log.summary(dataSource));
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
