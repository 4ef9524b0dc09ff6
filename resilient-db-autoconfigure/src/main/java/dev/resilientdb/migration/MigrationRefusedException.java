package dev.resilientdb.migration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.resilientdb.lint.Finding;

/**
 * The application must not run on this schema, or must not change it. Nothing was
 * changed.
 */
public final class MigrationRefusedException extends RuntimeException {

	private final transient MigrationReport report;

	private final transient LintPolicy lint;

	MigrationRefusedException(MigrationReport report, LintPolicy lint) {
		super("The schema behind '" + report.history().flyway() + "' is refused");
		this.report = report;
		this.lint = lint;
	}

	/**
	 * Everything that was found.
	 */
	public MigrationReport report() {
		return this.report;
	}

	/**
	 * The anomalies that refuse it.
	 */
	List<Anomaly> anomalies() {
		return this.report.anomalies().stream().filter((anomaly) -> anomaly.policy() == AnomalyPolicy.FAIL).toList();
	}

	/**
	 * The findings in pending scripts that refuse it.
	 */
	List<Finding> findings() {
		return this.report.findings()
			.stream()
			.filter((finding) -> this.lint.of(finding) == AnomalyPolicy.FAIL)
			.toList();
	}

	@Override
	public String getMessage() {
		return Stream
			.concat(anomalies().stream().map((anomaly) -> anomaly.id() + " (" + anomaly.subject() + ")"),
					findings().stream().map((finding) -> finding.rule() + " (" + finding.script() + ")"))
			.collect(Collectors.joining(", ", super.getMessage() + ": ", ""));
	}

}
