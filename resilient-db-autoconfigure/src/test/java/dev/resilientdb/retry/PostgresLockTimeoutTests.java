package dev.resilientdb.retry;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class PostgresLockTimeoutTests extends LockTimeoutContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	String impatience() {
		return "set lock_timeout = 200";
	}

}
