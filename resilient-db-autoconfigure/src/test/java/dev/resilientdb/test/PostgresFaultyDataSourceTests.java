package dev.resilientdb.test;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresFaultyDataSourceTests extends FaultyDataSourceContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	ProductFaults product() {
		return ProductFaults.postgres();
	}

}
