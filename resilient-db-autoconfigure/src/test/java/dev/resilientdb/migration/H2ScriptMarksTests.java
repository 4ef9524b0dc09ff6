package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2ScriptMarksTests extends ScriptMarksContract {

	H2ScriptMarksTests() {
		super(TestDatabase.h2());
	}

}
