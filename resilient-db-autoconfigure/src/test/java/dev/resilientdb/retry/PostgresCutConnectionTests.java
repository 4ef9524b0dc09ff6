package dev.resilientdb.retry;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class PostgresCutConnectionTests extends CutConnectionContract {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.postgres();

	@Override
	TestDatabase database() {
		return database;
	}

	@Override
	String conflictingStatement() {
		return "do $$ begin raise exception 'conflict' using errcode = '40001'; end $$";
	}

}
