package dev.resilientdb.migration;

import org.junit.jupiter.api.Test;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresGroupTests extends GroupContract {

	PostgresGroupTests() {
		super(TestDatabase.postgres());
	}

	@Override
	String currentSchema() {
		return "current_schema";
	}

	@Test
	void appliesNothingWhenOneFails() {
		failAtTheSecond();
		assertThat(tables()).isZero();
		assertThat(jdbc().queryForList("select version from flyway_schema_history", String.class)).isEmpty();
	}

}
