package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class H2ModeTests extends ModeContract {

	H2ModeTests() {
		super(TestDatabase.h2());
	}

	@Override
	String tableNames() {
		return "select table_name from information_schema.tables where table_schema = 'PUBLIC'";
	}

	@Override
	String quoted(String name) {
		return "\"" + name + "\"";
	}

}
