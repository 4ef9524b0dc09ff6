package dev.resilientdb.lint;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SQL that a finding offers instead: its indented lines.
 */
record Alternatives(String operation, String version, String sql) {

	static Stream<Alternatives> complete() {
		return Stream.of("18.1", "17.2", "11.3").flatMap(Alternatives::of).filter(Alternatives::isComplete);
	}

	private static Stream<Alternatives> of(String version) {
		LintTarget target = LintTarget.of("PostgreSQL").withVersion(version);
		return Operation.all()
			.flatMap((operation) -> operation.findings(operation.lintUnsafe(target))
				.stream()
				.limit(1)
				.map((finding) -> new Alternatives(operation.name(), version, sqlOf(finding.alternative()))));
	}

	private static String sqlOf(String alternative) {
		return alternative.lines()
			.filter((line) -> line.startsWith("  ") && !line.strip().startsWith("--"))
			.map(String::strip)
			.collect(Collectors.joining("\n"));
	}

	private boolean isComplete() {
		return !this.sql.isEmpty() && !this.sql.contains("…") && !this.sql.contains("_seq'");
	}

	@Override
	public String toString() {
		return this.operation + " on " + this.version;
	}

}
