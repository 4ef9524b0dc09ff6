package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2HistoryTests extends HistoryContract {

	H2HistoryTests() {
		super(TestDatabase.h2());
	}

}
