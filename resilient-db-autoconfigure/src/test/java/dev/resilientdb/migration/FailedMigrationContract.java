package dev.resilientdb.migration;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * A migration failed and left its row behind: with that row Flyway migrates no further.
 */
abstract class FailedMigrationContract extends MigrationContract {

	FailedMigrationContract(TestDatabase database) {
		super(database);
	}

	@Test
	void failedMigrationIsRefusedWithoutTouchingAnything() {
		fail("V2__price.sql");
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("failed-versioned");
		assertThat(anomaly.subject()).isEqualTo("V2__price.sql");
		assertThat(anomaly.evidence()).startsWith("Version 2 failed on ").endsWith(" and left the row of rank 2");
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void failedMigrationIsAppliedAnewWhenItsRowIsDeleted() {
		fail("V2__price.sql");
		execute("DELETE", anomaly(refusal()));
		this.scripts.with("V2__price.sql", "create table price (id integer primary key)");
		ConfigurableApplicationContext context = start();
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
		assertThat(jdbc().queryForObject("select count(*) from price", Integer.class)).isZero();
	}

	@Test
	void failedMigrationIsDoneWhenItsRowIsMarked() {
		fail("V2__price.sql");
		execute("UPDATE", anomaly(refusal()));
		assertThat(report(start()).current()).isEqualTo("2");
	}

	@Test
	void noPolicyLetsFailedMigrationPassWhatFlywayRefuses() {
		fail("V2__price.sql");
		MigrationRefusedException refusal = refusal("resilient-db.migration.policy.failed-versioned=ignore");
		assertThat(analysis(refusal).getAction()).contains("No policy changes that").doesNotContain("policy.failed");
	}

	@Test
	void whoOnlyValidatesMayRunOnFailedMigration() {
		fail("V2__price.sql");
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=validate",
				"resilient-db.migration.policy.failed-versioned=warn");
		assertThat(report(context).anomalies()).extracting(Anomaly::id, Anomaly::policy)
			.contains(tuple("failed-versioned", AnomalyPolicy.WARN));
	}

	@Test
	void failedRepeatableIsRefused() {
		fail("R__prices.sql");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("failed-repeatable");
		assertThat(anomaly.evidence()).startsWith("It failed on ").endsWith(" and left the row of rank 2");
		execute("DELETE", anomaly);
		this.scripts.with("R__prices.sql", "create table price (id integer primary key)");
		assertThat(report(start()).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void failedRepeatableIsDoneWhenItsRowIsMarked() {
		fail("R__prices.sql");
		execute("UPDATE", anomaly(refusal()));
		assertRepaired();
	}

	@Test
	void failedRepeatableIsOnlyWarnedOfWhereDevelopersValidate() {
		fail("R__prices.sql");
		ConfigurableApplicationContext context = start("resilient-db.migration.mode=validate",
				"resilient-db.migration.preset=development", "resilient-db.migration.policy.pending=ignore");
		assertThat(report(context).anomalies()).extracting(Anomaly::id, Anomaly::policy)
			.contains(tuple("failed-repeatable", AnomalyPolicy.WARN));
	}

	@Test
	void failureOfNewerApplicationIsRefused() {
		fail("V2__price.sql");
		this.scripts.without("V2__price.sql");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("failed-future");
		assertThat(anomaly.evidence()).endsWith(" the row of rank 2, which this application does not know");
		assertThat(anomaly.advice()).contains("resilient-db.migration.policy.failed-future=warn");
		execute("DELETE", anomaly);
		assertRepaired();
	}

	@Test
	void failureOfNewerApplicationIsOnlyWarnedOfOnDemand() {
		fail("V2__price.sql");
		this.scripts.without("V2__price.sql");
		ConfigurableApplicationContext context = start("resilient-db.migration.policy.failed-future=warn");
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.WARN);
	}

	@Test
	void failedMigrationWithoutScriptIsRefused() {
		fail("V2__price.sql");
		this.scripts.without("V2__price.sql").with("V3__order.sql", "create table orders (id integer primary key)");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("failed-versioned");
		assertThat(anomaly.evidence()).endsWith(" the row of rank 2, and its script is not there");
		execute("DELETE", anomaly);
		assertThat(report(start()).current()).isEqualTo("3");
	}

	// Outside a transaction every product keeps the row, PostgreSQL only if the lock is
	// not
	// one of a transaction either (Flyway 12.4)
	private void fail(String script) {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with(script + ".conf", "executeInTransaction=false")
			.with(script, "insert into absent values (1)");
		fails("spring.flyway.postgresql.transactional-lock=false");
	}

}
