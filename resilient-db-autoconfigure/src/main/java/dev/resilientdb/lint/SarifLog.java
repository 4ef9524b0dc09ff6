package dev.resilientdb.lint;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as SARIF 2.1.0, which code hosts show beside the lines.
 *
 * @see <a href= "https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">Static
 * Analysis Results Interchange Format</a>
 */
final class SarifLog {

	private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

	private final LintReport report;

	private final MigrationScripts scripts;

	private final List<String> rules;

	private final List<Allowance> settings;

	SarifLog(LintReport report, MigrationScripts scripts, List<String> allow) {
		this.report = report;
		this.settings = allow.stream().map(Allowance::parse).toList();
		this.scripts = scripts;
		this.rules = report.findings().stream().map(Finding::rule).distinct().sorted().toList();
	}

	String text() {
		Map<String, Object> log = new LinkedHashMap<>();
		log.put("$schema", SCHEMA);
		log.put("version", "2.1.0");
		log.put("runs", List.of(run()));
		return JsonText.of(log);
	}

	private Map<String, Object> run() {
		Map<String, Object> driver = new LinkedHashMap<>();
		driver.put("name", "resilient-db");
		String version = SarifLog.class.getPackage().getImplementationVersion();
		driver.putAll((version != null) ? Map.of("version", version) : Map.of());
		driver.put("rules", this.rules.stream().map(SarifLog::rule).toList());
		Map<String, Object> run = new LinkedHashMap<>();
		run.put("tool", Map.of("driver", driver));
		run.put("columnKind", "utf16CodeUnits");
		run.put("results", this.report.findings().stream().map(this::result).toList());
		return run;
	}

	private static Map<String, Object> rule(String id) {
		Map<String, Object> rule = new LinkedHashMap<>();
		rule.put("id", id);
		rule.put("shortDescription", text(id.replace('-', ' ')));
		return rule;
	}

	private Map<String, Object> result(Finding finding) {
		Map<String, Object> result = new LinkedHashMap<>();
		result.put("ruleId", finding.rule());
		result.put("ruleIndex", this.rules.indexOf(finding.rule()));
		result.put("level", level(finding.severity()));
		String evidence = (finding.evidence() != null) ? " (" + finding.evidence() + ")" : "";
		result.put("message", text(finding.message() + evidence + ".\n" + finding.alternative()));
		result.put("locations", List.of(Map.of("physicalLocation", location(finding))));
		if (finding.suppression() != null) {
			result.put("suppressions", List.of(suppression(finding, finding.suppression())));
		}
		return result;
	}

	private Map<String, Object> suppression(Finding finding, String reason) {
		boolean isSetting = this.settings.stream()
			.anyMatch((allowed) -> allowed.rule().equals(finding.rule()) && allowed.reason().equals(reason));
		Map<String, Object> suppression = new LinkedHashMap<>();
		suppression.put("kind", isSetting ? "external" : "inSource");
		suppression.put("justification", reason);
		return suppression;
	}

	private Map<String, Object> location(Finding finding) {
		Map<String, Object> location = new LinkedHashMap<>();
		location.put("artifactLocation", Map.of("uri", uri(this.scripts.path(finding.script()))));
		location.put("region", Map.of("startLine", Math.max(1, finding.line())));
		return location;
	}

	private static Map<String, Object> text(String text) {
		return Map.of("text", text);
	}

	private static String level(LintSeverity severity) {
		return switch (severity) {
			case ERROR -> "error";
			case WARNING -> "warning";
			case INFO -> "note";
		};
	}

	private static String uri(String path) {
		try {
			boolean isAbsolute = path.startsWith("/");
			return new URI(isAbsolute ? "file" : null, isAbsolute ? "" : null, path, null).toASCIIString();
		}
		catch (URISyntaxException ex) {
			return path;
		}
	}

}
