package dev.resilientdb.actuate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.resilientdb.failure.Severity;
import dev.resilientdb.lint.Finding;
import dev.resilientdb.migration.Anomaly;
import dev.resilientdb.migration.AnomalyPolicy;
import dev.resilientdb.migration.MigrationReport;
import dev.resilientdb.migration.MigrationReports;
import dev.resilientdb.migration.MigrationVerdict;

/**
 * Section {@code migrations}. A data source with several histories tells each by the bean
 * name of its Flyway.
 */
final class MigrationSection implements HealthSection {

	// As long as the history
	static final Set<String> DETAILS = Set.of("durations", "repairPlan");

	private final MigrationReports reports;

	MigrationSection(MigrationReports reports) {
		this.reports = reports;
	}

	@Override
	public String name() {
		return "migrations";
	}

	@Override
	public Map<String, Object> overall() {
		return Map.of("overdue", this.reports.isOverdue());
	}

	@Override
	public Map<String, Object> of(String dataSource) {
		List<MigrationReport> found = this.reports.in(dataSource);
		if (found.isEmpty()) {
			return Map.of("verdict", MigrationVerdict.UNKNOWN);
		}
		if (found.size() == 1) {
			return view(found.get(0));
		}
		Map<String, Object> histories = new LinkedHashMap<>();
		found.forEach((report) -> histories.put(report.history().flyway(), view(report)));
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("verdict", worst(found));
		view.put("histories", histories);
		return view;
	}

	@Override
	public Map<String, Object> summary(String dataSource) {
		Map<String, Object> view = new LinkedHashMap<>(of(dataSource));
		view.keySet().removeAll(DETAILS);
		return view;
	}

	@Override
	public HealthStatus status(String dataSource) {
		List<MigrationReport> found = this.reports.in(dataSource);
		return switch (worst(found)) {
			case UNKNOWN -> HealthStatus.UNKNOWN;
			case SOUND -> HealthStatus.HEALTHY;
			case WARNED -> matters(found) ? HealthStatus.DEGRADED : HealthStatus.HEALTHY;
			case NOT_READY, REFUSED -> HealthStatus.CRITICAL;
		};
	}

	private static MigrationVerdict worst(List<MigrationReport> reports) {
		return reports.stream()
			.map(MigrationReport::verdict)
			.max(MigrationVerdict::compareTo)
			.orElse(MigrationVerdict.UNKNOWN);
	}

	private static boolean matters(List<MigrationReport> reports) {
		return reports.stream()
			.flatMap((report) -> report.anomalies().stream())
			.anyMatch((anomaly) -> anomaly.policy() != AnomalyPolicy.IGNORE
					&& anomaly.kind().severity().compareTo(Severity.HIGH) <= 0);
	}

	@SuppressWarnings("NullAway") // JSON has a null
	static Map<String, Object> view(MigrationReport report) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("verdict", report.verdict());
		view.put("current", report.current());
		view.put("pending", report.pending());
		view.put("durations", durations(report));
		view.put("anomalies", report.anomalies().stream().map(MigrationSection::view).toList());
		view.put("lint", report.findings().stream().map(MigrationSection::view).toList());
		view.put("lock", report.lock());
		view.put("repairPlan", report.repairPlan());
		view.put("history", report.history().qualifiedTable());
		view.put("time", report.time());
		return view;
	}

	@SuppressWarnings("NullAway") // JSON has a null
	private static Map<String, Object> durations(MigrationReport report) {
		Map<String, Object> durations = new LinkedHashMap<>();
		report.applied().forEach((migration) -> durations.put(migration.script(), migration.millis()));
		return durations;
	}

	private static Map<String, Object> view(Anomaly anomaly) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("id", anomaly.id());
		view.put("severity", anomaly.kind().severity());
		view.put("policy", anomaly.policy());
		view.put("subject", anomaly.subject());
		view.put("evidence", anomaly.evidence());
		view.put("advice", anomaly.advice());
		return view;
	}

	@SuppressWarnings("NullAway") // JSON has a null
	private static Map<String, Object> view(Finding finding) {
		Map<String, Object> view = new LinkedHashMap<>();
		view.put("rule", finding.rule());
		view.put("severity", finding.severity());
		view.put("script", finding.script());
		view.put("line", finding.line());
		view.put("message", finding.message());
		view.put("evidence", finding.evidence());
		view.put("alternative", finding.alternative());
		view.put("suppression", finding.suppression());
		return view;
	}

}
