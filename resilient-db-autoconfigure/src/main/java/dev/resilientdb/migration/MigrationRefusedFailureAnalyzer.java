package dev.resilientdb.migration;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import dev.resilientdb.lint.Finding;

/**
 * Explains why an application must not run on a schema, and the way out.
 */
final class MigrationRefusedFailureAnalyzer extends AbstractFailureAnalyzer<MigrationRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MigrationRefusedException cause) {
		MigrationReport report = cause.report();
		String description = Stream
			.concat(cause.anomalies().stream().map(MigrationRefusedFailureAnalyzer::describe),
					cause.findings().stream().map(MigrationRefusedFailureAnalyzer::describe))
			.collect(Collectors.joining("\n", head(cause) + "\n\n", where(report)));
		String action = Stream
			.concat(cause.anomalies().stream().map(MigrationRefusedFailureAnalyzer::wayOut),
					cause.findings().stream().map(MigrationRefusedFailureAnalyzer::wayOut))
			.collect(Collectors.joining("\n"));
		return new FailureAnalysis(description, action, cause);
	}

	private static String head(MigrationRefusedException cause) {
		SchemaHistory history = cause.report().history();
		boolean late = cause.anomalies().stream().anyMatch((anomaly) -> anomaly.kind() == AnomalyKind.DDL_AUTO);
		return "%s the schema of '%s' (history %s):".formatted(
				late ? "Hibernate was stopped before it changed" : "Nothing was changed in", history.dataSource(),
				history.qualifiedTable());
	}

	private static String where(MigrationReport report) {
		if (report.current() == null) {
			return "";
		}
		return "\n\nThe schema is at version %s; %s.".formatted(report.current(), report.pending().isEmpty()
				? "nothing is pending" : "pending are " + String.join(", ", report.pending()));
	}

	private static String describe(Anomaly anomaly) {
		return "    - %s (%s): %s.".formatted(anomaly.id(), anomaly.subject(), anomaly.evidence());
	}

	private static String describe(Finding finding) {
		String evidence = (finding.evidence() != null) ? " (" + finding.evidence() + ")" : "";
		return "    - %s (%s, line %d): %s%s".formatted(finding.rule(), finding.script(), finding.line(),
				finding.message(), evidence);
	}

	private static String wayOut(Anomaly anomaly) {
		return "%s: %s".formatted(anomaly.subject(), anomaly.advice());
	}

	private static String wayOut(Finding finding) {
		String script = finding.script().replaceFirst("__.*", "");
		return "%s: %s To allow it once, set resilient-db.migration.lint.allow=%s:%s.".formatted(finding.script(),
				finding.alternative(), script, finding.rule());
	}

}
