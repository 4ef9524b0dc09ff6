package dev.resilientdb.capability;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class PostgresCapabilityTests extends CapabilityContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	PostgresCapabilityTests() {
		super("PostgreSQL");
	}

	@Override
	TestDatabase database() {
		return database;
	}

}
