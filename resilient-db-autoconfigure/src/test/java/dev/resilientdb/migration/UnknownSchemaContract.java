package dev.resilientdb.migration;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Schemas with something in them that no history tells of.
 */
abstract class UnknownSchemaContract extends MigrationContract {

	UnknownSchemaContract(TestDatabase database) {
		super(database);
	}

	@Test
	void schemaWithoutHistoryIsRefused() {
		fill();
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal());
		assertThat(anomaly.id()).isEqualTo("unknown-schema");
		assertThat(anomaly.evidence()).isEqualTo("The schema is not empty, and has no history");
		assertThat(anomaly.advice()).contains("spring.flyway.baseline-on-migrate=true");
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void baselineOfUnknownSchemaIsRefusedInProduction() {
		fill();
		List<Object> before = schema();
		Anomaly anomaly = anomaly(refusal("spring.flyway.baseline-on-migrate=true"));
		assertThat(anomaly.evidence()).endsWith("would declare everything up to version 1 applied, whatever is in it");
		assertThat(schema()).isEqualTo(before);
	}

	@Test
	void baselineIsSetWhenThePolicyAllowsIt() {
		fill();
		Anomaly anomaly = anomaly(refusal());
		ConfigurableApplicationContext context = start("spring.flyway.baseline-version=1",
				property("spring.flyway.baseline-on-migrate", anomaly),
				property("resilient-db.migration.policy.unknown-schema", anomaly));
		assertThat(report(context).current()).isEqualTo("2");
		context.close();
		assertThat(report(start()).verdict()).isEqualTo(MigrationVerdict.SOUND);
	}

	@Test
	void developerMayBaseline() {
		fill();
		assertThat(report(start("spring.flyway.baseline-on-migrate=true", "resilient-db.migration.preset=development"))
			.current()).isEqualTo("2");
	}

	@Test
	void emptyHistoryInFilledSchemaIsFlywaysOwn() {
		start().close();
		fill();
		assertThat(report(start()).current()).isEqualTo("2");
	}

	private void fill() {
		jdbc().execute("create table legacy (id integer primary key)");
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)")
			.with("V2__price.sql", "create table price (id integer primary key)");
	}

}
