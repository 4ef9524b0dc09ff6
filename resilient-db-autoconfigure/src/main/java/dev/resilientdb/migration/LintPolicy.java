package dev.resilientdb.migration;

import java.util.Map;

import dev.resilientdb.lint.Finding;
import dev.resilientdb.lint.LintSeverity;

/**
 * What is done about findings in scripts that are about to run.
 *
 * @param mode who runs them: nothing is done about what others run
 * @param preset holds where nothing else is said
 * @param exceptions what is said else, by the rule's id
 */
record LintPolicy(MigrationMode mode, Preset preset, Map<String, AnomalyPolicy> exceptions) {

	LintPolicy {
		exceptions = Map.copyOf(exceptions);
	}

	AnomalyPolicy of(Finding finding) {
		if (finding.suppressed() || this.mode != MigrationMode.MIGRATE) {
			return AnomalyPolicy.IGNORE;
		}
		AnomalyPolicy exception = this.exceptions.get(finding.rule());
		return (exception != null) ? exception : of(finding.severity());
	}

	private AnomalyPolicy of(LintSeverity severity) {
		return switch (severity) {
			case ERROR -> (this.preset == Preset.PRODUCTION) ? AnomalyPolicy.FAIL : AnomalyPolicy.WARN;
			case WARNING -> (this.preset == Preset.PRODUCTION) ? AnomalyPolicy.WARN : AnomalyPolicy.IGNORE;
			case INFO -> AnomalyPolicy.IGNORE;
		};
	}

}
