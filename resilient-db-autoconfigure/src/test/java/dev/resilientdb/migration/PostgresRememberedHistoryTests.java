package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresRememberedHistoryTests extends RememberedHistoryContract {

	PostgresRememberedHistoryTests() {
		super(TestDatabase.postgres());
	}

}
