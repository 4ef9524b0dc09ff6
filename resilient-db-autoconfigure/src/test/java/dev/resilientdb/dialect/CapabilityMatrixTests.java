package dev.resilientdb.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.resilientdb.capability.Capability;
import dev.resilientdb.capability.CapabilityDialect;
import dev.resilientdb.capability.CapabilityRow;
import dev.resilientdb.capability.ServerVersion;
import dev.resilientdb.capability.Support;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page on compatibility shows the tables as they are.
 */
class CapabilityMatrixTests {

	private static final Path PAGE = Path.of("../docs/compatibility.md");

	private static final Path FOUND = Path.of("target/capability-matrix.md");

	private static final String BEGIN = "<!-- matrix -->";

	private static final String END = "<!-- end of matrix -->";

	// What CapabilityContract runs on in every build
	private static final Map<String, ServerVersion> PROVEN = Map.of("PostgreSQL", new ServerVersion(18, 0, 0),
			"MariaDB", new ServerVersion(11, 4, 0), "H2", new ServerVersion(2, 4, 0), "SQLite",
			new ServerVersion(3, 53, 0));

	@Test
	void pageShowsTheTables() throws IOException {
		List<String> matrix = Stream.concat(matrix(), conditions()).toList();
		Files.write(FOUND, matrix);
		String page = Files.readString(PAGE);
		assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)).strip().lines())
			.as("The tables changed. Copy %s between the marks of %s.", FOUND.toAbsolutePath(), PAGE)
			.containsExactlyElementsOf(matrix);
	}

	private static Stream<String> matrix() {
		List<String> lines = new ArrayList<>();
		lines.add("| Capability | " + products().map(CapabilityDialect::product).collect(Collectors.joining(" | "))
				+ " |");
		lines.add("|---|" + "---|".repeat((int) products().count()));
		for (Capability capability : Capability.values()) {
			lines.add("| `" + capability + "`<br>" + capability.meaning() + " | "
					+ products().map((product) -> cell(product, capability)).collect(Collectors.joining(" | ")) + " |");
		}
		return lines.stream();
	}

	private static String cell(CapabilityDialect product, Capability capability) {
		Map<CapabilityRow, String> cells = new LinkedHashMap<>();
		product.capabilities()
			.stream()
			.filter((row) -> row.capability() == capability)
			.forEach((row) -> cells.put(row, text(row)));
		cells.computeIfPresent(proven(product, cells), (row, text) -> text + " ✔");
		return cells.isEmpty() ? "?" : String.join(", ", cells.values());
	}

	private static CapabilityRow proven(CapabilityDialect product, Map<CapabilityRow, String> rows) {
		ServerVersion version = PROVEN.get(product.product());
		return rows.keySet()
			.stream()
			.filter((row) -> version != null && (row.since() == null || version.compareTo(row.since()) >= 0))
			.reduce((former, next) -> next)
			.orElse(null);
	}

	private static String text(CapabilityRow row) {
		String support = (row.support() == Support.PARTIAL) ? "partly" : row.support().name().toLowerCase(Locale.ROOT);
		return (row.since() != null) ? support + " " + row.since() : support;
	}

	private static Stream<String> conditions() {
		List<String> lines = new ArrayList<>(List.of("", "The conditions behind \"partly\":", "",
				"| Product | Capability | Condition |", "|---|---|---|"));
		products().forEach((product) -> product.capabilities()
			.stream()
			.filter((row) -> row.support() == Support.PARTIAL)
			.forEach((row) -> lines.add("| " + product.product() + " | `" + row.capability() + "` | [" + row.note()
					+ "](" + row.source() + ") |")));
		return lines.stream();
	}

	private static Stream<CapabilityDialect> products() {
		return Stream.of(CapabilityTableTests.dialects());
	}

}
