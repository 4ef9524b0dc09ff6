package dev.resilientdb.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change of a live schema in its unsafe and its safe form, from
 * {@code lint/operations.txt}.
 *
 * @param locks the relation and the lock that the unsafe form takes, empty when it cannot
 * run in a transaction
 * @param rewritten the relation that the unsafe form copies, empty when it copies none
 * @param safe scripts that run one after the other
 */
record Operation(String name, String rule, String locks, String rewritten, String unsafe, List<String> safe) {

	static final String SCHEMA = read("live-schema.sql");

	static Stream<Operation> all() {
		return Arrays.stream(read("operations.txt").split("(?m)^== "))
			.filter((text) -> !text.isBlank())
			.map(Operation::parse);
	}

	static Stream<Operation> locking() {
		return all().filter((operation) -> !operation.locks().isEmpty());
	}

	static Stream<Operation> rewriting() {
		return all().filter((operation) -> !operation.rewritten().isEmpty());
	}

	static Stream<Operation> lockingWithoutCopy() {
		return locking().filter((operation) -> operation.rewritten().isEmpty());
	}

	LintReport lintUnsafe(LintTarget target) {
		return lint(List.of(this.unsafe), target);
	}

	LintReport lintSafe(LintTarget target) {
		return lint(this.safe, target);
	}

	List<Finding> findings(LintReport report) {
		return report.findings()
			.stream()
			.filter((finding) -> finding.rule().equals(this.rule) && !finding.suppressed())
			.toList();
	}

	String relation() {
		return this.locks.substring(0, this.locks.indexOf(' '));
	}

	String lock() {
		return this.locks.substring(this.locks.indexOf(' ') + 1);
	}

	static List<String> statements(String script) {
		return Arrays.stream(script.split(";\\s*(\\n|$)(?!END)"))
			.map(String::strip)
			.filter((text) -> !text.isEmpty())
			.toList();
	}

	private static LintReport lint(List<String> texts, LintTarget target) {
		List<Script> scripts = new ArrayList<>();
		for (String text : texts) {
			scripts.add(Script.of("V" + (scripts.size() + 2) + "__change.sql", text));
		}
		return new ScriptLint().lint(List.of(Script.of("V1__schema.sql", SCHEMA)), scripts, target);
	}

	private static Operation parse(String text) {
		String[] unsafe = text.split("(?m)^unsafe:\n", -1);
		String[] forms = unsafe[1].split("(?m)^safe:\n", -1);
		return new Operation(text.lines().findFirst().orElseThrow(), value(unsafe[0], "rule: "),
				value(unsafe[0], "locks: "), value(unsafe[0], "rewrites: "), forms[0].strip(),
				List.of(forms[1].strip().split("\n---\n")));
	}

	private static String value(String text, String key) {
		return text.lines()
			.filter((line) -> line.startsWith(key))
			.map((line) -> line.substring(key.length()))
			.findFirst()
			.orElse("");
	}

	private static String read(String name) {
		try {
			return Files.readString(Path.of("src/test/resources/lint", name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
