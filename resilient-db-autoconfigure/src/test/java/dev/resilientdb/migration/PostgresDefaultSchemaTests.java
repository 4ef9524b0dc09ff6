package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresDefaultSchemaTests extends DefaultSchemaContract {

	PostgresDefaultSchemaTests() {
		super(TestDatabase.postgres());
	}

	@Override
	String enter(String schema) {
		return "set search_path to \"" + schema + "\"";
	}

}
