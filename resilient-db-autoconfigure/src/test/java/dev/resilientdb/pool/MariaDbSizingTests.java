package dev.resilientdb.pool;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class MariaDbSizingTests extends SizingContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.mariaDb();

	MariaDbSizingTests() {
		super(database, "select sleep(0.05)");
	}

}
