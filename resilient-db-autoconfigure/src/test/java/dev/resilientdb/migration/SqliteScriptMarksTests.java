package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteScriptMarksTests extends ScriptMarksContract {

	SqliteScriptMarksTests() {
		super(TestDatabase.sqlite());
	}

}
