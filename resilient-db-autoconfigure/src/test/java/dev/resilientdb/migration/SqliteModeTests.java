package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class SqliteModeTests extends ModeContract {

	SqliteModeTests() {
		super(TestDatabase.sqlite());
	}

	@Override
	String tableNames() {
		return "select name from sqlite_master where type = 'table'";
	}

	@Override
	String quoted(String name) {
		return "\"" + name + "\"";
	}

}
