package dev.resilientdb.retry;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class SqliteCommittedDespiteFailureTests extends CommittedDespiteFailureContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.sqlite();

	@Override
	TestDatabase database() {
		return database;
	}

}
