package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteMissingScriptTests extends MissingScriptContract {

	SqliteMissingScriptTests() {
		super(TestDatabase.sqlite());
	}

}
