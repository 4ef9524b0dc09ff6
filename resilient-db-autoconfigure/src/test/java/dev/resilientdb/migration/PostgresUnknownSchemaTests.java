package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresUnknownSchemaTests extends UnknownSchemaContract {

	PostgresUnknownSchemaTests() {
		super(TestDatabase.postgres());
	}

	@Test
	void historyOfSchemaWithSimilarNameIsAnother() {
		jdbc().execute("create schema tenant11 create table flyway_schema_history (id integer)");
		jdbc().execute("create schema tenant_1 create table legacy (id integer)");
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		assertThat(anomaly(refusal("spring.flyway.default-schema=tenant_1")).id()).isEqualTo("unknown-schema");
	}

	@Test
	void viewAloneMakesSchemaUnknown() {
		jdbc().execute("create view years as select 2026 as y");
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		assertThat(anomaly(refusal()).id()).isEqualTo("unknown-schema");
	}

}
