package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresUnknownSchemaTests extends UnknownSchemaContract {

	PostgresUnknownSchemaTests() {
		super(TestDatabase.postgres());
	}

	@Test
	void viewAloneMakesSchemaUnknown() {
		jdbc().execute("create view years as select 2026 as y");
		this.scripts.with("V1__stock.sql", "create table stock (id integer primary key)");
		assertThat(anomaly(refusal()).id()).isEqualTo("unknown-schema");
	}

}
