package dev.resilientdb.lint;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a lint found, in the order of the scripts.
 *
 * @param findings everything, what was allowed included
 * @param scripts how many scripts were read
 * @param statements how many statements they had
 */
public record LintReport(List<Finding> findings, int scripts, int statements) {

	public LintReport {
		findings = List.copyOf(findings);
	}

	/**
	 * What nobody allowed and matters at least so much.
	 */
	public List<Finding> atLeast(LintSeverity severity) {
		return this.findings.stream()
			.filter((finding) -> !finding.suppressed() && finding.severity().compareTo(severity) >= 0)
			.toList();
	}

	/**
	 * The highest severity that nobody allowed, null when there is none.
	 */
	public @Nullable LintSeverity worst() {
		return atLeast(LintSeverity.INFO).stream().map(Finding::severity).max(LintSeverity::compareTo).orElse(null);
	}

}
