package dev.resilientdb.lint;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first twenty migrations of ordinary applications.
 */
class OrdinaryHistoryTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	private static final LintTarget target = LintTarget.of("PostgreSQL").withVersion("18.1");

	@ParameterizedTest
	@ValueSource(strings = { "shop", "tickets" })
	void emptySchemaGivesNothingAboveInfo(String history) {
		LintReport report = new ScriptLint().lint(ScriptFiles.of(history), target.withCatalog(LintCatalog.EMPTY));
		assertThat(report.scripts()).isGreaterThan(20);
		assertThat(report.atLeast(LintSeverity.WARNING)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop", "tickets" })
	void unknownCatalogueGivesNothingAboveInfoButWhatTheHistoryCannotTell(String history) {
		LintReport report = new ScriptLint().lint(ScriptFiles.of(history), target);
		assertThat(report.atLeast(LintSeverity.WARNING)).extracting(Finding::message)
			.allMatch((message) -> message.contains("\"desk.import_staging\"") || message.contains("the DO block"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop", "tickets" })
	void flywayRunsTheHistory(String history) {
		Flyway flyway = Flyway.configure()
			.dataSource(database.dataSource())
			.table("history_of_" + history)
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.locations("classpath:lint/" + history)
			.load();
		assertThat(flyway.migrate().migrationsExecuted).isEqualTo(ScriptFiles.of(history).size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop", "tickets" })
	void eachScriptAloneOnALiveSchemaIsFoundOut(String history) {
		var scripts = ScriptFiles.of(history);
		LintReport report = new ScriptLint().lint(scripts.subList(0, 8), scripts.subList(8, scripts.size()), target);
		assertThat(report.atLeast(LintSeverity.ERROR)).extracting(Finding::rule)
			.contains("set-not-null-scans", "add-column-rewrites", "drop-or-rename");
	}

}
