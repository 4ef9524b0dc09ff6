package dev.resilientdb.capability;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class MariaDbCapabilityTests extends CapabilityContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	MariaDbCapabilityTests() {
		super("MariaDB");
	}

	@Override
	TestDatabase database() {
		return database;
	}

}
