package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresCrowdTests extends CrowdContract {

	PostgresCrowdTests() {
		super(TestDatabase.postgres());
	}

}
