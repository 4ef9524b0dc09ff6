package dev.resilientdb.migration;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Migrations in the history of which the application has no script.
 */
abstract class MissingScriptContract extends MigrationContract {

	MissingScriptContract(TestDatabase database) {
		super(database);
	}

	@Test
	void missingScriptIsRefused() {
		apply();
		this.scripts.without("V2__price.sql");
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("missing-script");
		assertThat(anomaly.subject()).isEqualTo("V2__price.sql");
		assertThat(anomaly.evidence()).startsWith("It was applied on ").contains("no script of version 2 was found");
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void missingScriptIsAcceptedByTheAdvisedPattern() {
		apply();
		this.scripts.without("V2__price.sql");
		String pattern = property("spring.flyway.ignore-migration-patterns", anomaly(refusal()));
		ConfigurableApplicationContext context = start(pattern);
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.IGNORE);
		assertThat(anomaly(context).advice()).startsWith("Nothing is to be done");
		assertThat(report(context).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void advisedPatternStillAllowsNewerSchema() {
		apply();
		this.scripts.without("V2__price.sql");
		String pattern = property("spring.flyway.ignore-migration-patterns", anomaly(refusal()));
		this.scripts.without("V3__orders.sql");
		assertThat(report(start(pattern)).anomalies()).extracting(Anomaly::policy).containsOnly(AnomalyPolicy.WARN);
	}

	@Test
	void lateScriptThatAPatternLetsPassIsOnlyListed() {
		apply();
		this.scripts.with("V1_5__late.sql", "create table late (id integer primary key)");
		ConfigurableApplicationContext context = start("spring.flyway.ignore-migration-patterns=*:ignored,*:future");
		assertThat(anomaly(context).id()).isEqualTo("late-migration");
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.IGNORE);
	}

	@Test
	void oneMigrationIsNotManyOfThem() {
		apply();
		this.scripts.without("V3__orders.sql");
		assertThat(anomaly(start()).evidence()).startsWith("The schema has 1 migration that");
	}

	@Test
	void developerIsOnlyWarnedOfMissingScript() {
		apply();
		this.scripts.without("V2__price.sql");
		ConfigurableApplicationContext context = start("resilient-db.migration.preset=development");
		assertThat(anomaly(context).id()).isEqualTo("missing-script");
	}

	@Test
	void missingRepeatableIsRefused() {
		this.scripts.with("R__prices.sql", "select 1");
		apply();
		this.scripts.without("R__prices.sql");
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("missing-script");
		assertThat(anomaly.subject()).isEqualTo("R__prices.sql");
		assertThat(anomaly.evidence()).contains("no script of this name");
	}

	@Test
	void newerSchemaIsWarnedOf() {
		apply();
		this.scripts.without("V3__orders.sql").without("V2__price.sql");
		ConfigurableApplicationContext context = start();
		assertThat(anomaly(context).id()).isEqualTo("newer-schema");
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.WARN);
		assertThat(anomaly(context).evidence()).isEqualTo("The schema has 2 migrations that this application does"
				+ " not know, up to version 3; allowed are 10");
	}

	@Test
	void schemaThatIsTooNewIsRefused() {
		apply();
		this.scripts.without("V3__orders.sql").without("V2__price.sql");
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal("resilient-db.migration.max-ahead=1"));
		assertThat(anomaly.evidence())
			.endsWith("has 2 migrations that this application does not know, up to version 3; allowed is 1");
		assertThat(anomaly.advice()).contains("raise resilient-db.migration.max-ahead");
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void developerIsOnlyWarnedOfSchemaThatIsTooNew() {
		apply();
		this.scripts.without("V3__orders.sql");
		ConfigurableApplicationContext context = start("resilient-db.migration.max-ahead=0",
				"resilient-db.migration.preset=development");
		assertThat(anomaly(context).policy()).isEqualTo(AnomalyPolicy.WARN);
	}

	@Test
	void newerSchemaIsRefusedWherePatternsAllowNone() {
		apply();
		this.scripts.without("V3__orders.sql");
		Anomaly anomaly = anomaly(refusal("spring.flyway.ignore-migration-patterns=*:missing"));
		assertThat(anomaly.id()).isEqualTo("newer-schema");
		assertThat(anomaly.evidence()).endsWith("spring.flyway.ignore-migration-patterns allows none");
		assertThat(anomaly(start("spring.flyway.ignore-migration-patterns=*:missing",
				"resilient-db.migration.policy.newer-schema=warn"))
			.policy()).isEqualTo(AnomalyPolicy.WARN);
	}

	@Test
	void advisedPatternKeepsThoseThatWereSet() {
		apply();
		this.scripts.without("V3__orders.sql");
		Anomaly anomaly = anomaly(refusal("spring.flyway.ignore-migration-patterns=*:missing,*:ignored"));
		String pattern = property("spring.flyway.ignore-migration-patterns", anomaly);
		assertThat(pattern).endsWith("=*:missing,*:ignored,*:future");
		assertThat(anomaly(start(pattern)).policy()).isEqualTo(AnomalyPolicy.WARN);
	}

	@Test
	void missingScriptIsSoundWhenItIsPutBack() {
		apply();
		this.scripts.without("V2__price.sql");
		refusal();
		this.scripts.with("V2__price.sql", "create table price (id integer primary key)");
		assertThat(report(start()).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void historyWithoutAnyScriptIsRefusedEvenForDevelopers() {
		apply();
		this.scripts.without("V1__stock.sql").without("V2__price.sql").without("V3__orders.sql");
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal("resilient-db.migration.preset=development"));
		assertThat(anomaly.id()).isEqualTo("no-scripts-found");
		assertThat(anomaly.evidence())
			.startsWith("The history has 3 migrations, and no script was found in [filesystem:");
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void historyWithoutAnyScriptIsOnlyWarnedOfOnDemand() {
		apply();
		this.scripts.without("V1__stock.sql").without("V2__price.sql").without("V3__orders.sql");
		ConfigurableApplicationContext context = start("resilient-db.migration.policy.no-scripts-found=warn");
		assertThat(anomaly(context).id()).isEqualTo("no-scripts-found");
	}

	private void apply() {
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("V2__price.sql", "create table price (id integer primary key)")
			.with("V3__orders.sql", "create table orders (id integer primary key)");
		start().close();
	}

}
