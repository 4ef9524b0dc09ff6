package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresMissingScriptTests extends MissingScriptContract {

	PostgresMissingScriptTests() {
		super(TestDatabase.postgres());
	}

}
