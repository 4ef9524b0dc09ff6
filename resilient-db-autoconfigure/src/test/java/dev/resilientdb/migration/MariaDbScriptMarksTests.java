package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbScriptMarksTests extends ScriptMarksContract {

	MariaDbScriptMarksTests() {
		super(TestDatabase.mariaDb());
	}

}
