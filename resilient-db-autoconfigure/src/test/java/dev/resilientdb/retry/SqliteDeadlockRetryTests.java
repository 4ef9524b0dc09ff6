package dev.resilientdb.retry;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class SqliteDeadlockRetryTests extends DeadlockRetryContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.sqlite();

	@Override
	TestDatabase database() {
		return database;
	}

	// Only one may write at a time: the conflict is a busy file, not a deadlock
	@Override
	void transfer(int from, int to, CyclicBarrier meeting, AtomicInteger meetings) {
		ledger().readAndTransfer(from, to, meeting, meetings);
	}

}
