package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteRememberedHistoryTests extends RememberedHistoryContract {

	SqliteRememberedHistoryTests() {
		super(TestDatabase.sqlite());
	}

}
