package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class PostgresModeTests extends ModeContract {

	PostgresModeTests() {
		super(TestDatabase.postgres());
	}

	@Override
	String tableNames() {
		return "select table_name from information_schema.tables where table_schema = 'public'";
	}

	@Override
	String quoted(String name) {
		return "\"" + name + "\"";
	}

}
