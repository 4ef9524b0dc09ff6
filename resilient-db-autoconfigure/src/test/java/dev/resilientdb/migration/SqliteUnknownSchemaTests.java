package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class SqliteUnknownSchemaTests extends UnknownSchemaContract {

	SqliteUnknownSchemaTests() {
		super(TestDatabase.sqlite());
	}

	@Test
	void noOtherSchemaIsAdvisedWhereThereIsNone() {
		jdbc().execute("create table legacy (id integer primary key)");
		assertThat(anomaly(refusal()).advice()).contains("spring.datasource.url")
			.doesNotContain("spring.flyway.default-schema");
	}

}
