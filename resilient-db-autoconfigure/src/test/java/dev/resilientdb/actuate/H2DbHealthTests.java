package dev.resilientdb.actuate;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class H2DbHealthTests extends DbHealthContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	String product() {
		return "H2";
	}

}
