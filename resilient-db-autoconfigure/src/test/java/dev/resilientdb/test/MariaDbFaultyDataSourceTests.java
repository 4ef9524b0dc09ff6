package dev.resilientdb.test;

import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbFaultyDataSourceTests extends FaultyDataSourceContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	ProductFaults product() {
		return ProductFaults.mariaDb();
	}

}
