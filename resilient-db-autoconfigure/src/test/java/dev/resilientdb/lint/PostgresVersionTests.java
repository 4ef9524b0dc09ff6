package dev.resilientdb.lint;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a version of PostgreSQL can do decides what is found and what is offered.
 */
class PostgresVersionTests {

	@Test
	void constantDefaultCopiesTheTableBefore11() {
		String script = "ALTER TABLE orders ADD COLUMN region text NOT NULL DEFAULT 'EU';";
		assertThat(rules(script, "10.23")).containsExactly("add-column-rewrites");
		assertThat(rules(script, "11.0")).isEmpty();
	}

	@Test
	void validatedCheckSparesTheScanFrom12On() {
		String script = "ALTER TABLE orders ALTER COLUMN total SET NOT NULL;";
		LintCatalog catalog = new LintCatalog(Map.of(), Map.of(), Set.of("orders.total"));
		assertThat(rules(script, target("12.1").withCatalog(catalog))).isEmpty();
		assertThat(rules(script, target("11.9").withCatalog(catalog))).containsExactly("set-not-null-scans");
	}

	@Test
	void typeFromTheCatalogueIsWidened() {
		String script = "ALTER TABLE shop.orders ALTER COLUMN remark TYPE varchar(100);";
		LintCatalog catalog = new LintCatalog(Map.of(), Map.of("shop.orders.remark", "character varying(50)"),
				Set.of());
		assertThat(rules(script, target("16").withCatalog(catalog))).isEmpty();
	}

	@Test
	void unknownTypeThatIsPerhapsWidenedIsAWarning() {
		assertThat(finding("ALTER TABLE orders ALTER COLUMN remark TYPE text;", "16").severity())
			.isEqualTo(LintSeverity.WARNING);
	}

	@Test
	void notNullIsAddedAsAConstraintFrom18On() {
		String script = "ALTER TABLE orders ALTER COLUMN total SET NOT NULL;";
		assertThat(finding(script, "18.1").alternative())
			.contains("ADD CONSTRAINT orders_total_not_null NOT NULL total NOT VALID;");
		assertThat(finding(script, "17.4").alternative()).contains("CHECK (total IS NOT NULL) NOT VALID;")
			.contains("ALTER COLUMN total SET NOT NULL;");
		assertThat(finding(script, "11.4").alternative()).contains("CHECK (total IS NOT NULL) NOT VALID;")
			.doesNotContain("ALTER COLUMN total SET NOT NULL;");
	}

	@Test
	void partitionsAreDetachedConcurrentlyFrom14On() {
		String script = "ALTER TABLE event DETACH PARTITION event_2024;";
		assertThat(finding(script, "14.0").alternative())
			.contains("ALTER TABLE event DETACH PARTITION event_2024 CONCURRENTLY;");
		assertThat(finding(script, "13.9").alternative()).doesNotContain("CONCURRENTLY;");
	}

	@Test
	void indexIsRebuiltConcurrentlyFrom12On() {
		assertThat(finding("REINDEX TABLE orders;", "12.1").alternative())
			.contains("REINDEX TABLE CONCURRENTLY orders;");
		assertThat(finding("REINDEX TABLE orders;", "11.1").alternative()).doesNotContain("REINDEX TABLE CONCURRENTLY");
	}

	@Test
	void generatedColumnIsVirtualFrom18On() {
		String script = "ALTER TABLE product ADD gross numeric GENERATED ALWAYS AS (net * 2) STORED;";
		assertThat(finding(script, "18.1").alternative()).contains("VIRTUAL");
		assertThat(finding(script, "17.1").alternative()).doesNotContain("VIRTUAL");
	}

	@Test
	void transactionalLockOfFlywayKeepsConcurrentBuildsFromEnding() {
		String script = "CREATE INDEX CONCURRENTLY orders_idx ON orders (customer_id);";
		assertThat(rules(script, target("18.1").withLock(FlywayLock.TRANSACTIONAL)))
			.containsExactly("concurrently-not-alone");
		assertThat(rules(script, target("18.1").withLock(FlywayLock.SESSION))).isEmpty();
		assertThat(rules(script, target("18.1"))).isEmpty();
	}

	@Test
	void missingLockTimeoutIsToldOnceAScript() {
		String script = "ALTER TABLE a ADD b text; ALTER TABLE c ADD d text;";
		LintTarget target = target("18.1").withLockTimeout(LockTimeout.NOT_SET);
		assertThat(rules(script, target)).containsExactly("lock-timeout-missing");
		assertThat(rules("SET LOCAL lock_timeout = '3s'; " + script, target)).isEmpty();
		assertThat(rules(script, target.withLockTimeout(LockTimeout.SET))).isEmpty();
	}

	@Test
	void otherProductsHaveTheGeneralRulesAlone() {
		String script = "CREATE INDEX orders_idx ON orders (id); ALTER TABLE orders DROP COLUMN remark;";
		assertThat(rules(script, LintTarget.of("SQLite"))).containsExactly("drop-or-rename");
	}

	private static Finding finding(String script, String version) {
		List<Finding> findings = findings(script, target(version));
		assertThat(findings).hasSize(1);
		return findings.get(0);
	}

	private static List<String> rules(String script, String version) {
		return rules(script, target(version));
	}

	private static List<String> rules(String script, LintTarget target) {
		return findings(script, target).stream().map(Finding::rule).toList();
	}

	private static List<Finding> findings(String script, LintTarget target) {
		return new ScriptLint().lint(List.of(Script.of("V2__change.sql", script)), target).findings();
	}

	private static LintTarget target(String version) {
		return LintTarget.of("PostgreSQL").withVersion(version);
	}

}
