package dev.resilientdb.migration;

import dev.resilientdb.test.TestDatabase;

class MariaDbModeTests extends ModeContract {

	MariaDbModeTests() {
		super(TestDatabase.mariaDb());
	}

	@Override
	String tableNames() {
		return "select table_name from information_schema.tables where table_schema = database()";
	}

	@Override
	String quoted(String name) {
		return "`" + name + "`";
	}

}
