package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2MissingScriptTests extends MissingScriptContract {

	H2MissingScriptTests() {
		super(TestDatabase.h2());
	}

}
