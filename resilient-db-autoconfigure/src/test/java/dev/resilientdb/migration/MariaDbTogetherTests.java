package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbTogetherTests extends TogetherContract {

	MariaDbTogetherTests() {
		super(TestDatabase.mariaDb());
	}

}
