package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbSchemaDriftTests extends SchemaDriftContract {

	MariaDbSchemaDriftTests() {
		super(TestDatabase.mariaDb());
	}

	@Override
	String dropIndex() {
		return "drop index orders_name on orders";
	}

}
