package dev.resilientdb.test;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteFaultyDataSourceTests extends FaultyDataSourceContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.sqlite();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	ProductFaults product() {
		return ProductFaults.sqlite();
	}

	// A busy file undoes nothing but the statement
	@Override
	int rowsAfterDeadlock() {
		return 1;
	}

}
