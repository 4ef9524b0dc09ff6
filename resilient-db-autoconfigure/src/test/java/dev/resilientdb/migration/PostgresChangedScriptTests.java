package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresChangedScriptTests extends ChangedScriptContract {

	PostgresChangedScriptTests() {
		super(TestDatabase.postgres());
	}

}
