package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2UnknownSchemaTests extends UnknownSchemaContract {

	H2UnknownSchemaTests() {
		super(TestDatabase.h2());
	}

}
