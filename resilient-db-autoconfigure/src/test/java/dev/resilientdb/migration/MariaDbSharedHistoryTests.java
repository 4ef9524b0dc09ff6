package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbSharedHistoryTests extends SharedHistoryContract {

	MariaDbSharedHistoryTests() {
		super(TestDatabase.mariaDb());
	}

}
