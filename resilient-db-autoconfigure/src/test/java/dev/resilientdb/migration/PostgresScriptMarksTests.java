package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresScriptMarksTests extends ScriptMarksContract {

	PostgresScriptMarksTests() {
		super(TestDatabase.postgres());
	}

}
