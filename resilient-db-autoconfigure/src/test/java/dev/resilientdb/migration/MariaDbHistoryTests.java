package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbHistoryTests extends HistoryContract {

	MariaDbHistoryTests() {
		super(TestDatabase.mariaDb());
	}

}
