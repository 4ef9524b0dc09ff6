package dev.resilientdb.migration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresPersistenceTests extends PersistenceContract {

	PostgresPersistenceTests() {
		super(TestDatabase.postgres());
	}

	@Test
	void hibernateMayChangeAnotherSchemaOfTheSameDatabase() {
		this.scripts.with("V1__stock.sql", "create table stock (id bigint primary key)");
		ConfigurableApplicationContext context = start(
				jpa("spring.jpa.hibernate.ddl-auto=update", "spring.flyway.default-schema=other")
					.withProperties(loginOfFlyway()));
		assertThat(report(context).anomalies()).isEmpty();
		assertThat(schema()).asString().contains("shelf");
	}

	@Test
	void hibernateMayNotChangeSchemaOfFlywayWithItsHistoryElsewhere() {
		this.scripts.with("V1__shelf.sql", "create table public.shelf (id bigint primary key)");
		Anomaly anomaly = anomaly(
				refusal(jpa("spring.jpa.hibernate.ddl-auto=update", "spring.flyway.default-schema=histories",
						"spring.flyway.schemas=histories,public")
					.withProperties(loginOfFlyway())));
		assertThat(anomaly.id()).isEqualTo("ddl-auto");
		assertThat(schema()).asString().doesNotContain("label");
	}

	@Test
	void hibernateMayNotChangeSchemaOfFlywayThatIsItsDefault() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		Anomaly anomaly = anomaly(
				refusal(jpa("spring.jpa.hibernate.ddl-auto=update", "spring.flyway.default-schema=other",
						"spring.jpa.properties.hibernate.default_schema=other")
					.withProperties(loginOfFlyway())));
		assertThat(anomaly.id()).isEqualTo("ddl-auto");
	}

	@Test
	void mappingThatDoesNotFitItsDefaultSchemaIsWarnedOf() {
		this.scripts.with("V1__shelf.sql", "create table shelf (id bigint primary key)");
		ConfigurableApplicationContext context = start(
				jpa("spring.jpa.hibernate.ddl-auto=none", "spring.flyway.default-schema=other",
						"spring.jpa.properties.hibernate.default_schema=other")
					.withProperties(loginOfFlyway()));
		Awaitility.await().until(() -> !report(context).anomalies().isEmpty());
		assertThat(anomaly(context).id()).isEqualTo("mapping-mismatch");
	}

}
