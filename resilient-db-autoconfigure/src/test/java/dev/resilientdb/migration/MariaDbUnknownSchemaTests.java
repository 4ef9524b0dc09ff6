package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbUnknownSchemaTests extends UnknownSchemaContract {

	MariaDbUnknownSchemaTests() {
		super(TestDatabase.mariaDb());
	}

}
