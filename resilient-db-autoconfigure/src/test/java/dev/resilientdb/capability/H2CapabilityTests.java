package dev.resilientdb.capability;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class H2CapabilityTests extends CapabilityContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	H2CapabilityTests() {
		super("H2");
	}

	@Override
	TestDatabase database() {
		return database;
	}

}
