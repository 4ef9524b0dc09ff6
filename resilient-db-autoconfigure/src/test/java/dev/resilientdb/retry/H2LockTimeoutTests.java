package dev.resilientdb.retry;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class H2LockTimeoutTests extends LockTimeoutContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	String impatience() {
		return "set lock_timeout 200";
	}

}
