package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteChangedScriptTests extends ChangedScriptContract {

	SqliteChangedScriptTests() {
		super(TestDatabase.sqlite());
	}

}
