package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2ChangedScriptTests extends ChangedScriptContract {

	H2ChangedScriptTests() {
		super(TestDatabase.h2());
	}

}
