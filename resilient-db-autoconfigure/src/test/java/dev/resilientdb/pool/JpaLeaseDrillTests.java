package dev.resilientdb.pool;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

class JpaLeaseDrillTests extends LeaseDrillContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TestApplication configure(TestApplication application) {
		return application;
	}

}
