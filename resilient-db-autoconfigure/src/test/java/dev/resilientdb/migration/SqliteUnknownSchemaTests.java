package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteUnknownSchemaTests extends UnknownSchemaContract {

	SqliteUnknownSchemaTests() {
		super(TestDatabase.sqlite());
	}

}
