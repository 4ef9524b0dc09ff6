package dev.resilientdb.capability;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class SqliteCapabilityTests extends CapabilityContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.sqlite();

	SqliteCapabilityTests() {
		super("SQLite");
	}

	@Override
	TestDatabase database() {
		return database;
	}

}
