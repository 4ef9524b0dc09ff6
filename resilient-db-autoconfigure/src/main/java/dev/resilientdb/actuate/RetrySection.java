package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.resilientdb.retry.RetryStatistics;
import dev.resilientdb.retry.RetryStatistics.Calls;
import dev.resilientdb.retry.RetryStatistics.MethodCalls;
import dev.resilientdb.retry.RetryStatistics.Summary;

/**
 * Section {@code retries}.
 */
final class RetrySection implements CountingSection {

	private final RetryStatistics statistics;

	RetrySection(RetryStatistics statistics) {
		this.statistics = statistics;
	}

	@Override
	public String name() {
		return "retries";
	}

	@Override
	public Map<String, Object> overall() {
		return view(this.statistics.summary());
	}

	@Override
	public Map<String, Object> of(String dataSource) {
		return view(this.statistics.summary(dataSource));
	}

	@Override
	public void reset() {
		this.statistics.reset();
	}

	private static Map<String, Object> view(Summary summary) {
		Map<String, Object> methods = new LinkedHashMap<>();
		for (MethodCalls method : summary.methods()) {
			methods.put(method.method(), view(method.calls()));
		}
		Map<String, Object> view = view(summary.total());
		view.put("methods", methods);
		return view;
	}

	private static Map<String, Object> view(Calls calls) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("calls", calls.calls());
		view.put("firstAttempt", calls.firstAttempt());
		view.put("recovered", calls.recovered());
		view.put("exhausted", calls.exhausted());
		view.put("ambiguous", calls.ambiguous());
		view.put("inert", calls.inert());
		view.put("rejectedByBudget", calls.rejected());
		view.put("recoveryRate", calls.recoveryRate());
		return view;
	}

}
