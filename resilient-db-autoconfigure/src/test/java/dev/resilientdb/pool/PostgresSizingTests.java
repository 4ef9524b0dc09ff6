package dev.resilientdb.pool;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class PostgresSizingTests extends SizingContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	PostgresSizingTests() {
		super(database, "select pg_sleep(0.05)");
	}

}
