package dev.resilientdb.test;

import org.junit.jupiter.api.extension.RegisterExtension;

class H2FaultyDataSourceTests extends FaultyDataSourceContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	ProductFaults product() {
		return ProductFaults.h2();
	}

}
