package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteHistoryTests extends HistoryContract {

	SqliteHistoryTests() {
		super(TestDatabase.sqlite());
	}

}
