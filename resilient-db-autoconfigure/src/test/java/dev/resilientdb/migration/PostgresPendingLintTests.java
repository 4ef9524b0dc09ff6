package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.lint.Finding;
import dev.resilientdb.lint.LintSeverity;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Pending scripts that would lock a live PostgreSQL.
 */
class PostgresPendingLintTests extends MigrationContract {

	private static final String INDEX = "create index stock_name on stock (name);";

	PostgresPendingLintTests() {
		super(TestDatabase.postgres());
	}

	@Test
	void refusesToLockLargeTable() {
		fill();
		this.scripts.with("V2__index.sql", INDEX);
		MigrationRefusedException refusal = refusal();
		assertThat(refusal).hasMessageContaining("index-not-concurrent (V2__index.sql)");
		assertThat(analysis(refusal).getDescription()).contains("stock").contains("20,000 rows");
		assertThat(analysis(refusal).getAction()).contains("resilient-db.migration.lint.allow=V2:index-not-concurrent");
		assertThat(indexes()).isZero();
	}

	@Test
	void obeysPermission() {
		fill();
		this.scripts.with("V2__index.sql", INDEX);
		ConfigurableApplicationContext context = start(
				"resilient-db.migration.lint.allow=V2:index-not-concurrent nobody writes at night");
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
		assertThat(indexes()).isOne();
	}

	@Test
	void obeysPolicyOfRule() {
		fill();
		this.scripts.with("V2__index.sql", INDEX);
		start("resilient-db.migration.lint.policy.index-not-concurrent=warn");
		assertThat(indexes()).isOne();
	}

	@Test
	void onlyWarnsInDevelopment() {
		fill();
		this.scripts.with("V2__index.sql", INDEX);
		start("resilient-db.migration.preset=development");
		assertThat(indexes()).isOne();
	}

	@Test
	void readsNothingWhenSwitchedOff() {
		fill();
		this.scripts.with("V2__index.sql", INDEX);
		start("resilient-db.migration.lint.enabled=false");
		assertThat(indexes()).isOne();
	}

	@Test
	void letsPassWhatIsHarmlessOnSmallTable() {
		this.scripts.with("V1__stock.sql", "create table stock (id bigint primary key, name text)");
		start().close();
		this.scripts.with("V2__index.sql", INDEX);
		start();
		assertThat(indexes()).isOne();
	}

	@Test
	void tellsWhatSomebodyElseIsGoingToRun() {
		fill();
		this.scripts.with("V2__index.sql", INDEX);
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=wait");
		assertThat(report(context).findings()).extracting(Finding::rule, Finding::severity)
			.contains(tuple("index-not-concurrent", LintSeverity.ERROR));
	}

	@Test
	void refusesNothingThatSomebodyElseIsGoingToRun() {
		fill();
		this.scripts.with("V2__index.sql", INDEX);
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=validate");
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.NOT_READY);
	}

	@Test
	void warnsOfNoSettingThatEndsWithTheConnection() {
		this.scripts.with("V1__stock.sql", "set work_mem = '8MB'; create table stock (id bigint primary key);");
		ConfigurableApplicationContext context = start();
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					lint.policy.nope=fail        | resilient-db.migration.lint.policy.nope names no rule
					lint.allow=V12:no-such-rule  | resilient-db.migration.lint: There is no rule 'no-such-rule'
					lint.allow=rubbish           | resilient-db.migration.lint: An allowed finding is written as V12:drop-or-rename
					lint.small-table=-1          | resilient-db.migration.lint: small-table must not be negative
					""")
	void settingsThatCannotBeObeyedStopTheStart(String property, String message) {
		assertThatException().isThrownBy(() -> start("resilient-db.migration." + property))
			.havingRootCause()
			.withMessageContaining(message);
	}

	private void fill() {
		this.scripts.with("V1__stock.sql", "create table stock (id bigint primary key, name text)");
		start().close();
		jdbc().execute("insert into stock select n, 'name' from generate_series(1, 20000) n");
		jdbc().execute("analyze stock");
	}

	private Integer indexes() {
		return jdbc().queryForObject("select count(*) from pg_indexes where indexname = 'stock_name'", Integer.class);
	}

}
