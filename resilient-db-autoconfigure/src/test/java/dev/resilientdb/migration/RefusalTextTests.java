package dev.resilientdb.migration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What somebody reads who was woken by a refusal.
 */
class RefusalTextTests extends MigrationContract {

	private static final String STOCK = "create table stock (id integer primary key)";

	RefusalTextTests() {
		super(TestDatabase.h2());
	}

	@BeforeEach
	void script() {
		this.scripts.with("V1__stock.sql", STOCK);
	}

	@Test
	void changedScriptIsExplainedInFull() {
		start().close();
		this.scripts.with("V1__stock.sql", STOCK + ";").with("V2__price.sql", "select 1");
		FailureAnalysis analysis = analysis(refusal());
		assertThat(analysis.getDescription().replaceAll("on \\d.*? with", "on (date) with")).isEqualTo(
				"""
						Nothing was changed in the schema of 'dataSource' (history flyway_schema_history):

						    - checksum-mismatch (V1__stock.sql): Applied on (date) with checksum %d, now it is %d; more than white space differs.

						The schema is at version 1; pending are V2__price.sql."""
					.formatted(ScriptChecksum.of(STOCK), ScriptChecksum.of(STOCK + ";")));
		assertThat(analysis.getAction())
			.isEqualTo("V1__stock.sql: Put the script back as it was applied, and make the change in a new migration."
					+ " If the schema is as the changed script wants it, accept it with UPDATE"
					+ " \"PUBLIC\".\"flyway_schema_history\" SET \"checksum\" = %d WHERE \"installed_rank\" = 1;"
						.formatted(ScriptChecksum.of(STOCK + ";"))
					+ " To be warned only, set resilient-db.migration.policy.checksum-mismatch=warn.");
	}

	@Test
	void lostHistoryIsExplainedInFull() {
		jdbc().execute("create table legacy (id integer primary key)");
		FailureAnalysis analysis = analysis(refusal());
		assertThat(analysis.getDescription()).isEqualTo("""
				Nothing was changed in the schema of 'dataSource' (history flyway_schema_history):

				    - unknown-schema (flyway_schema_history): The schema is not empty, and has no history.""");
		assertThat(analysis.getAction()).isEqualTo("flyway_schema_history: If it is the wrong schema, correct"
				+ " spring.datasource.url or spring.flyway.default-schema. If a history was lost, restore it. If the"
				+ " schema is what your scripts up to a version would make, set spring.flyway.baseline-on-migrate=true,"
				+ " spring.flyway.baseline-version to that version and"
				+ " resilient-db.migration.policy.unknown-schema=warn for one start; the policy alone does not"
				+ " help, because Flyway itself refuses to guess.");
	}

	@Test
	void planNumbersTheStepsAndKeepsACopyFirst() {
		start().close();
		this.scripts.with("V1__stock.sql", STOCK + ";");
		assertThat(refusal().report().repairPlan()).startsWith(
				"1. Keep a copy of the history: CREATE TABLE \"PUBLIC\".\"flyway_schema_history_copy\" AS SELECT * FROM"
						+ " \"PUBLIC\".\"flyway_schema_history\";\n2. checksum-mismatch (V1__stock.sql): Applied on ")
			.endsWith("\n3. Start the application again: it looks anew before it changes anything.");
	}

	@Test
	void soundHistoryNeedsNoPlan() {
		assertThat(report(start()).repairPlan()).isNull();
	}

	@Test
	void nobodyReadsCredentials() {
		jdbc().execute("create table legacy (id integer primary key)");
		MigrationRefusedException refusal = refusal();
		assertThat(analysis(refusal).getDescription() + analysis(refusal).getAction() + refusal)
			.doesNotContain(database().url());
	}

}
