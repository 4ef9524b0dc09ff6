package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2DefaultSchemaTests extends DefaultSchemaContract {

	H2DefaultSchemaTests() {
		super(TestDatabase.h2());
	}

	@Override
	String enter(String schema) {
		return "set schema \"" + schema + "\"";
	}

}
