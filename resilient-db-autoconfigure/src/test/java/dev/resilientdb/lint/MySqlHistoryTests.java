package dev.resilientdb.lint;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first twenty migrations of ordinary applications on MySQL and MariaDB.
 */
class MySqlHistoryTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	@ParameterizedTest
	@CsvSource({ "shop, MySQL, 8.0.11", "shop, MySQL, 8.4.3", "shop, MySQL, 9.1.0", "shop, MariaDB, 10.6",
			"shop, MariaDB, 11.4.5-MariaDB", "tickets, MySQL, 5.7", "tickets, MySQL, 8.4.3", "tickets, MySQL, 9.1.0",
			"tickets, MariaDB, 10.11", "tickets, MariaDB, 11.4.5-MariaDB" })
	void emptySchemaGivesNothingAboveInfo(String history, String product, String version) {
		MigrationLint lint = MigrationLint.of(product).version(version).classpath("lint/mysql/" + history);
		assertThat(lint.check().scripts()).isEqualTo(21);
		assertThat(lint.check().atLeast(LintSeverity.WARNING)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "shop", "tickets" })
	void flywayRunsTheHistory(String history) {
		Flyway flyway = Flyway.configure()
			.dataSource(database.dataSource())
			.table("history_of_" + history)
			.baselineOnMigrate(true)
			.baselineVersion("0")
			.locations("classpath:lint/mysql/" + history)
			.load();
		assertThat(flyway.migrate().migrationsExecuted).isEqualTo(21);
	}

	@ParameterizedTest
	@CsvSource({ "shop, change-column-type", "shop, drop-or-rename", "tickets, drop-or-rename",
			"tickets, algorithm-copies", "tickets, add-column-rewrites" })
	void theSameScriptsOnALiveSchemaAreFoundOut(String history, String rule) {
		LintReport report = MigrationLint.of("MySQL")
			.version("8.4")
			.classpath("lint/mysql/" + history)
			.since("11")
			.check();
		assertThat(report.atLeast(LintSeverity.WARNING)).extracting(Finding::rule).contains(rule);
	}

}
