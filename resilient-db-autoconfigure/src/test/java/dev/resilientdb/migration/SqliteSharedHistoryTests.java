package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteSharedHistoryTests extends SharedHistoryContract {

	SqliteSharedHistoryTests() {
		super(TestDatabase.sqlite());
	}

}
