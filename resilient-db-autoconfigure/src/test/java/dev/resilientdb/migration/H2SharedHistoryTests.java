package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2SharedHistoryTests extends SharedHistoryContract {

	H2SharedHistoryTests() {
		super(TestDatabase.h2());
	}

}
