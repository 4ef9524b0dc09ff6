package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbChangedScriptTests extends ChangedScriptContract {

	MariaDbChangedScriptTests() {
		super(TestDatabase.mariaDb());
	}

}
