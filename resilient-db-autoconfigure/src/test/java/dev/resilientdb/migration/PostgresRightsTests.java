package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresRightsTests extends RightsContract {

	PostgresRightsTests() {
		super(TestDatabase.postgres());
	}

}
