package dev.resilientdb.lint;

import java.util.List;
import java.util.Locale;

/**
 * How a report is written down.
 */
enum LintFormat {

	/**
	 * As compilers do: {@code file:line: error: …}.
	 */
	TEXT {

		@Override
		String write(LintReport report, MigrationScripts scripts, List<String> allow) {
			StringBuilder text = new StringBuilder();
			for (Finding finding : report.findings()) {
				text.append(line(finding, scripts));
			}
			return text.toString();
		}

	},

	/**
	 * JSON for code hosts.
	 */
	SARIF {

		@Override
		String write(LintReport report, MigrationScripts scripts, List<String> allow) {
			return new SarifLog(report, scripts, allow).text();
		}

	};

	abstract String write(LintReport report, MigrationScripts scripts, List<String> allow);

	private static String line(Finding finding, MigrationScripts scripts) {
		String evidence = (finding.evidence() != null) ? " (" + finding.evidence() + ")" : "";
		String head = "%s:%d: %s: %s [%s]".formatted(scripts.path(finding.script()), finding.line(),
				finding.suppressed() ? "allowed" : finding.severity().name().toLowerCase(Locale.ROOT),
				finding.message() + evidence, finding.rule());
		String rest = (finding.suppression() != null) ? finding.suppression() : finding.alternative();
		return head + "\n" + rest.stripTrailing().indent(4);
	}

}
