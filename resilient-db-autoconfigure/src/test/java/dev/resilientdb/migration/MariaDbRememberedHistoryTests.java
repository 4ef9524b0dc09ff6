package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbRememberedHistoryTests extends RememberedHistoryContract {

	MariaDbRememberedHistoryTests() {
		super(TestDatabase.mariaDb());
	}

}
