package dev.resilientdb.retry;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TcpRelay;
import dev.resilientdb.test.TestDatabase;

class MariaDbCutCommitTests extends CutCommitContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	TcpRelay.Form laterCommit() {
		return TcpRelay.Form.TEXT;
	}

}
