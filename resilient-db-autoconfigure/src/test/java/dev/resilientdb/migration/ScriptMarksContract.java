package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What migrations say of applications that do not know them, how long they took, and in
 * what their scripts differ from what was applied.
 */
abstract class ScriptMarksContract extends MigrationContract {

	ScriptMarksContract(TestDatabase database) {
		super(database);
	}

	@Test
	void refusesBreakingMigrationThatItDoesNotKnow() {
		newerApplication("-- resilient-db:breaking orders has no name any more\n");
		MigrationRefusedException refusal = refusal();
		assertThat(refusal).hasMessageContaining("newer-schema (V2__orders.sql)");
		assertThat(analysis(refusal).getDescription()).contains("breaking: orders has no name any more");
	}

	@Test
	void refusesMigrationThatAsksForANewerApplication() {
		newerApplication("-- resilient-db:min-app-version=2.0\n");
		MigrationRefusedException refusal = refusal("resilient-db.migration.application-version=1.9.3");
		assertThat(refusal).hasMessageContaining("application-too-old (V2__orders.sql)");
	}

	@Test
	void runsAsTheVersionThatAMigrationAsksFor() {
		newerApplication("-- resilient-db:min-app-version=2.0\n");
		ConfigurableApplicationContext context = start("resilient-db.migration.application-version=2.0.0-SNAPSHOT");
		assertThat(report(context).anomalies()).extracting(Anomaly::id).containsExactly("newer-schema");
	}

	@Test
	void unknownVersionIsNotTooOld() {
		newerApplication("-- resilient-db:min-app-version=2.0\n");
		assertThat(report(start()).anomalies()).extracting(Anomaly::id).containsExactly("newer-schema");
	}

	@Test
	void tellsSlowMigration() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		ConfigurableApplicationContext context = start("resilient-db.migration.bookkeeping.slow-after=-1ms");
		assertThat(report(context).anomalies()).extracting(Anomaly::id).containsExactly("slow-migration");
	}

	@Test
	void knowsThatOnlyWhiteSpaceDiffers() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		start().close();
		this.scripts.with("V1__stock.sql", "create   table stock\n(\nid integer primary key)");
		assertThat(analysis(refusal()).getDescription()).contains("only line endings or white space differ");
	}

	@Test
	void knowsThatMoreThanWhiteSpaceDiffers() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		start().close();
		this.scripts.with("V1__stock.sql", "create table stock (id bigint primary key)");
		assertThat(analysis(refusal()).getDescription()).contains("more than white space differs");
	}

	private void newerApplication(String marks) {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		this.scripts.with("V2__orders.sql", marks + "create table orders (id integer primary key)");
		start("resilient-db.migration.application-version=2.0").close();
		this.scripts.without("V2__orders.sql");
	}

}
