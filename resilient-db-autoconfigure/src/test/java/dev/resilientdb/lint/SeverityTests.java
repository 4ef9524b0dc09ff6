package dev.resilientdb.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known of a table decides how much a finding matters.
 */
class SeverityTests {

	private static final String INDEX = "CREATE INDEX orders_idx ON orders (customer_id);";

	private static final String DROP = "DROP TABLE orders;";

	@Test
	void largeTableKeepsTheSeverityAndSaysItsSize() {
		Finding finding = find(INDEX, LintCatalog.ofRows(Map.of("orders", 48_000L)));
		assertThat(finding.severity()).isEqualTo(LintSeverity.ERROR);
		assertThat(finding.evidence()).isEqualTo("\"orders\" has about 48,000 rows");
	}

	@Test
	void smallTableLowersToInfo() {
		assertThat(find(INDEX, LintCatalog.ofRows(Map.of("orders", 10_000L))).severity()).isEqualTo(LintSeverity.INFO);
	}

	@Test
	void unknownSizeLowersNothing() {
		Finding finding = find(INDEX, LintCatalog.ofRows(Map.of("others", 1L)));
		assertThat(finding.severity()).isEqualTo(LintSeverity.ERROR);
		assertThat(finding.evidence()).isEqualTo("size of \"orders\" unknown");
	}

	@Test
	void thresholdIsASetting() {
		ScriptLint lint = new ScriptLint(new LintSettings(100_000, List.of()));
		LintTarget target = LintTarget.of("PostgreSQL").withCatalog(LintCatalog.ofRows(Map.of("orders", 48_000L)));
		assertThat(lint.lint(scripts(INDEX), target).worst()).isEqualTo(LintSeverity.INFO);
	}

	@Test
	void smallTableDoesNotLowerWhatBreaksOtherInstances() {
		assertThat(find(DROP, LintCatalog.ofRows(Map.of("orders", 3L))).severity()).isEqualTo(LintSeverity.ERROR);
	}

	@Test
	void emptyTableLowersWhatBreaksOtherInstances() {
		assertThat(find(DROP, LintCatalog.ofRows(Map.of("orders", 0L))).severity()).isEqualTo(LintSeverity.INFO);
	}

	@Test
	void missingTableLowersWhenAllTablesAreKnown() {
		LintCatalog catalog = new LintCatalog(Map.of(), Map.of(), Set.of(), Set.of("customers"));
		assertThat(find(DROP, catalog).severity()).isEqualTo(LintSeverity.INFO);
	}

	@Test
	void tableThatIsThereWithoutASizeLowersNothing() {
		LintCatalog catalog = new LintCatalog(Map.of(), Map.of(), Set.of(), Set.of("Orders"));
		assertThat(find(DROP, catalog).severity()).isEqualTo(LintSeverity.ERROR);
	}

	@Test
	void indexHasTheSizeOfItsTable() {
		LintTarget target = LintTarget.of("PostgreSQL").withCatalog(LintCatalog.ofRows(Map.of("orders", 5L)));
		LintReport report = new ScriptLint().lint(scripts(INDEX), scripts("DROP INDEX orders_idx;"), target);
		assertThat(report.findings()).extracting(Finding::severity).containsExactly(LintSeverity.INFO);
	}

	@Test
	void renamedTableKeepsItsSize() {
		LintTarget target = LintTarget.of("PostgreSQL").withCatalog(LintCatalog.ofRows(Map.of("orders", 48_000L)));
		LintReport report = new ScriptLint()
			.lint(scripts("ALTER TABLE orders RENAME TO purchases; CREATE INDEX ON purchases (id);"), target);
		assertThat(report.findings()).extracting(Finding::evidence).contains("\"purchases\" has about 48,000 rows");
	}

	@Test
	void tableOfAnEarlierScriptIsExempt() {
		assertThat(findings("CREATE TABLE orders (id bigint);", INDEX)).isEmpty();
	}

	@Test
	void tableOfAnEarlierScriptIsExemptUnderItsNewName() {
		assertThat(findings("CREATE TABLE purchases (id bigint); ALTER TABLE purchases RENAME TO orders;", INDEX))
			.isEmpty();
	}

	@Test
	void tableOfAnEarlierScriptIsExemptWithItsSchema() {
		assertThat(findings("CREATE TABLE orders (id bigint);", "CREATE INDEX ON public.orders (id);")).isEmpty();
	}

	@Test
	void tableInAnotherSchemaIsNotExempt() {
		LintTarget target = LintTarget.of("PostgreSQL").withCatalog(LintCatalog.ofRows(Map.of("orders", 48_000L)));
		LintReport report = new ScriptLint().lint(scripts("CREATE TABLE archive.orders (id bigint);", INDEX), target);
		assertThat(report.worst()).isEqualTo(LintSeverity.ERROR);
	}

	@Test
	void tableThatTakesTheNameOfAnOldOneIsNotMistakenForIt() {
		List<Finding> findings = findings("ALTER TABLE orders RENAME TO old_orders;",
				"CREATE TABLE orders (id bigint);", INDEX);
		assertThat(findings).extracting(Finding::rule).containsExactly("drop-or-rename");
	}

	@Test
	void oldTableUnderANewNameIsNotExempt() {
		List<Finding> findings = findings("ALTER TABLE purchases RENAME TO orders;", INDEX);
		assertThat(findings).extracting(Finding::rule).containsExactly("drop-or-rename", "index-not-concurrent");
	}

	@Test
	void tableThatIsThereAlreadyIsNotExemptByIfNotExists() {
		LintTarget target = LintTarget.of("PostgreSQL").withCatalog(LintCatalog.ofRows(Map.of("orders", 48_000L)));
		LintReport report = new ScriptLint().lint(scripts("CREATE TABLE IF NOT EXISTS orders (id bigint);", INDEX),
				target);
		assertThat(report.worst()).isEqualTo(LintSeverity.ERROR);
	}

	@Test
	void droppedTableIsNoLongerExempt() {
		assertThat(findings("CREATE TABLE orders (id bigint); DROP TABLE orders;", INDEX)).hasSize(1);
	}

	@Test
	void columnOfThisRunMayGoAgain() {
		assertThat(findings("ALTER TABLE orders ADD remark text;", "ALTER TABLE orders DROP remark;")).isEmpty();
	}

	private static Finding find(String script, LintCatalog catalog) {
		List<Finding> findings = new ScriptLint()
			.lint(scripts(script), LintTarget.of("PostgreSQL").withCatalog(catalog))
			.findings();
		assertThat(findings).hasSize(1);
		return findings.get(0);
	}

	private static List<Finding> findings(String... texts) {
		return new ScriptLint().lint(scripts(texts), LintTarget.of("PostgreSQL")).findings();
	}

	private static List<Script> scripts(String... texts) {
		return List.of(texts).stream().map((text) -> Script.of("V2__change.sql", text)).toList();
	}

}
