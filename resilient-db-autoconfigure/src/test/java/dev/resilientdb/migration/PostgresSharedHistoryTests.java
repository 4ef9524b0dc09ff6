package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresSharedHistoryTests extends SharedHistoryContract {

	PostgresSharedHistoryTests() {
		super(TestDatabase.postgres());
	}

}
