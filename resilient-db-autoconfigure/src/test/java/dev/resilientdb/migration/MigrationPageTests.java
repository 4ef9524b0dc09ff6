package dev.resilientdb.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page that leads from a refusal to its way out.
 */
class MigrationPageTests {

	@Test
	void tellsEveryAnomalyWithItsPolicies() throws IOException {
		List<String> rows = Files.readAllLines(Path.of("../docs/migrations.md"))
			.stream()
			.filter((line) -> line.matches("\\| `[a-z-]+` \\|.*\\| (critical|high|medium|low) \\|.*"))
			.map((line) -> line.replaceFirst("\\| [^|]+ \\| (?=critical|high|medium|low)", "| "))
			.map((line) -> line.replaceFirst(" \\| [^|]+ \\|$", ""))
			.toList();
		assertThat(rows)
			.containsExactly(Stream.of(AnomalyKind.values()).map(MigrationPageTests::row).toArray(String[]::new));
	}

	private static String row(AnomalyKind kind) {
		return "| `%s` | %s | %s | %s".formatted(kind.id(), word(kind.severity()), word(kind.policy(Preset.PRODUCTION)),
				word(kind.policy(Preset.DEVELOPMENT)));
	}

	private static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
