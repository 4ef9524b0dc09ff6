package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.resilientdb.contention.DeadlockLog;
import dev.resilientdb.contention.DeadlockLog.Summary;
import dev.resilientdb.failure.Severity;

/**
 * Section {@code deadlocks}.
 */
final class DeadlockSection implements CountingSection {

	private final DeadlockLog log;

	DeadlockSection(DeadlockLog log) {
		this.log = log;
	}

	@Override
	public String name() {
		return "deadlocks";
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
	public HealthStatus status(String dataSource) {
		boolean many = this.log.summary(dataSource).severity().compareTo(Severity.HIGH) <= 0;
		return many ? HealthStatus.DEGRADED : HealthStatus.UNKNOWN;
	}

	@Override
	public void reset() {
		this.log.reset();
	}

	private static Map<String, Object> view(Summary summary) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("last24h", summary.last24h());
		view.put("severity", summary.severity());
		// Nobody tells yet which method held the other lock
		view.put("pairs", List.of());
		view.put("victims", summary.victims());
		view.put("advice", DeadlockAdvice.of(summary));
		return view;
	}

}
