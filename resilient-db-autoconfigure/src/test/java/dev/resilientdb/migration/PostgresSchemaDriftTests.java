package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresSchemaDriftTests extends SchemaDriftContract {

	PostgresSchemaDriftTests() {
		super(TestDatabase.postgres());
	}

}
