package dev.resilientdb.actuate;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class PostgresDbHealthTests extends DbHealthContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	String product() {
		return "PostgreSQL";
	}

}
