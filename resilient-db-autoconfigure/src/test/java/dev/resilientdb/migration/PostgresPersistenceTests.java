package dev.resilientdb.migration;

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

}
