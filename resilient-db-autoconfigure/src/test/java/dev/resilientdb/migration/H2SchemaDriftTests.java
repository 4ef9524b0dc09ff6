package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2SchemaDriftTests extends SchemaDriftContract {

	H2SchemaDriftTests() {
		super(TestDatabase.h2());
	}

}
