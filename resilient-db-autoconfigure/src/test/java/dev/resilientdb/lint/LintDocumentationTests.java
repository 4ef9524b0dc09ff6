package dev.resilientdb.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class LintDocumentationTests {

	@ParameterizedTest
	@MethodSource("rules")
	void everyRuleHasAHeading(String rule) throws IOException {
		assertThat(Files.readString(Path.of("../docs/lint.md")).lines())
			.anyMatch((line) -> line.startsWith("### ") && line.contains("`" + rule + "`"));
	}

	static Iterable<String> rules() {
		return ScriptLint.rules("PostgreSQL");
	}

}
