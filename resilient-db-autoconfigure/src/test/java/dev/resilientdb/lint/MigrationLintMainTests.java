package dev.resilientdb.lint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lint as a program: its status, its texts, and SARIF.
 */
class MigrationLintMainTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	Path directory;

	@BeforeEach
	void writeScripts() throws IOException {
		write("V1__orders.sql", "CREATE TABLE orders (id BIGINT PRIMARY KEY, amount INT) ENGINE=InnoDB;");
		write("V2__more big ones.sql", """
				-- resilient-db:allow several-ddl-statements "both" are needed
				ALTER TABLE orders
				  MODIFY amount BIGINT;
				ALTER TABLE orders ADD COLUMN n INT;
				""");
	}

	@Test
	void endsWithZeroWhenNothingIsFound() throws IOException {
		Files.delete(this.directory.resolve("V2__more big ones.sql"));
		assertThat(run("--product", "MySQL")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).isEmpty();
	}

	@Test
	void writesFindingsAsCompilersDo() {
		assertThat(run("--product", "MySQL", "--server-version=8.4", "--since", "1")).isEqualTo(1);
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("V2__more big ones.sql:3: error: Changing")
			.contains("[change-column-type]")
			.contains("    pt-online-schema-change")
			.contains(": allowed: ");
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("1 scripts, 2 statements");
	}

	@Test
	void allowedFindingsDoNotCount() {
		assertThat(run("--product", "MySQL", "--since", "1", "--allow", "V2:change-column-type it is small")).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "error, 1", "warning, 1", "info, 1" })
	void severityFromWhichItFailsCanBeChosen(String severity, int status) {
		assertThat(run("--product", "MySQL", "--since", "1", "--fail-on", severity)).isEqualTo(status);
	}

	@Test
	void informationAloneFailsOnlyWhenAskedFor() throws IOException {
		write("V2__more big ones.sql", "ALTER TABLE orders ADD COLUMN n INT;");
		assertThat(run("--product", "MySQL", "--since", "1")).isZero();
		assertThat(run("--product", "MySQL", "--since", "1", "--fail-on", "info")).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--server-version 8.4                | --product is missing
			--product dBase                     | --product dBase is not known
			--product MySQL --since last        | A version is written as
			--product MySQL --fail-on never     | --fail-on is one of info, warning, error
			--product MySQL --format xml        | --format is one of text, sarif
			--product MySQL --colour            | There is no option --colour
			--product MySQL --since             | --since needs a value
			--product MySQL --product H2        | --product was given twice
			--product MySQL --encoding Klingon  | --encoding Klingon is not known
			--product MySQL --allow everything  | An allowed finding is written as
			--product MySQL nowhere             | There is no directory nowhere
			""")
	void misuseEndsWithTwoAndSaysWhy(String options, String message) {
		List<String> words = List.of(options.split("\\s+", -1));
		String[] args = options.contains("--since  ") || options.endsWith("--since") ? words.toArray(String[]::new)
				: Stream.concat(Stream.of(this.directory.toString()), words.stream()).toArray(String[]::new);
		assertThat(main().run(args)).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains(message);
	}

	@Test
	void nothingToReadEndsWithTwo() {
		assertThat(main().run("--product", "MySQL")).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains("No place with scripts was given");
	}

	@Test
	void helpTellsEveryOption() {
		assertThat(main().run("--help")).isZero();
		assertThat(this.out.toString(StandardCharsets.UTF_8)).contains("--product", "--server-version", "--since",
				"--fail-on", "--format", "--output", "--encoding", "--allow");
	}

	@Test
	void sarifNamesSchemaVersionToolAndRules() {
		JsonNode log = sarif();
		assertThat(log.get("$schema").asString()).isEqualTo("https://json.schemastore.org/sarif-2.1.0.json");
		assertThat(log.get("version").asString()).isEqualTo("2.1.0");
		JsonNode driver = log.get("runs").get(0).get("tool").get("driver");
		assertThat(driver.get("name").asString()).isEqualTo("resilient-db");
		assertThat(driver.get("rules").findValuesAsString("id")).contains("change-column-type",
				"several-ddl-statements");
	}

	@Test
	void sarifResultsPointToRulesAndLines() {
		JsonNode run = sarif().get("runs").get(0);
		JsonNode rules = run.get("tool").get("driver").get("rules");
		assertThat(run.get("results")).isNotEmpty().allSatisfy((result) -> {
			assertThat(rules.get(result.get("ruleIndex").asInt()).get("id")).isEqualTo(result.get("ruleId"));
			assertThat(result.get("level").asString()).isIn("error", "warning", "note");
			assertThat(result.get("message").get("text").asString()).isNotBlank();
			JsonNode location = result.get("locations").get(0).get("physicalLocation");
			assertThat(location.get("artifactLocation").get("uri").asString()).endsWith("V2__more%20big%20ones.sql");
			assertThat(location.get("region").get("startLine").asInt()).isPositive();
		});
	}

	@Test
	void sarifTellsWhatWasAllowedAndWhy() {
		JsonNode results = sarif("--allow", "V2:change-column-type in a window").get("runs").get(0).get("results");
		assertThat(results.valueStream().filter((result) -> result.has("suppressions")))
			.extracting((result) -> result.get("ruleId").asString() + " "
					+ result.get("suppressions").get(0).get("kind").asString() + " "
					+ result.get("suppressions").get(0).get("justification").asString())
			.containsExactlyInAnyOrder("several-ddl-statements inSource \"both\" are needed",
					"change-column-type external in a window");
	}

	private JsonNode sarif(String... more) {
		Path output = this.directory.resolve("target/lint.sarif");
		String[] options = Stream
			.concat(Stream.of("--product", "MySQL", "--since", "1", "--format", "sarif", "--output", output.toString()),
					Stream.of(more))
			.toArray(String[]::new);
		run(options);
		return JsonMapper.builder().build().readTree(output.toFile());
	}

	private int run(String... options) {
		return main()
			.run(Stream.concat(Stream.of(options), Stream.of(this.directory.toString())).toArray(String[]::new));
	}

	private MigrationLintMain main() {
		return new MigrationLintMain(stream(this.out), stream(this.err));
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(this.directory.resolve(name), text);
	}

}
