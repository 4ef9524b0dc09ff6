package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresHistoryTests extends HistoryContract {

	PostgresHistoryTests() {
		super(TestDatabase.postgres());
	}

}
