package dev.resilientdb.retry;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class MariaDbLockTimeoutTests extends LockTimeoutContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	String impatience() {
		return "set innodb_lock_wait_timeout = 1";
	}

}
