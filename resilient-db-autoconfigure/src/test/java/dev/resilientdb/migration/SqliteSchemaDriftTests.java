package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteSchemaDriftTests extends SchemaDriftContract {

	SqliteSchemaDriftTests() {
		super(TestDatabase.sqlite());
	}

}
