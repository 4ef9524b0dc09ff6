package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2RememberedHistoryTests extends RememberedHistoryContract {

	H2RememberedHistoryTests() {
		super(TestDatabase.h2());
	}

}
