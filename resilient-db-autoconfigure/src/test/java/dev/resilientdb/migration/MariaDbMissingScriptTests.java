package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbMissingScriptTests extends MissingScriptContract {

	MariaDbMissingScriptTests() {
		super(TestDatabase.mariaDb());
	}

}
