package dev.resilientdb.retry;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class MariaDbCutConnectionTests extends CutConnectionContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	String conflictingStatement() {
		return "signal sqlstate '40001' set mysql_errno = 1213, message_text = 'conflict'";
	}

}
