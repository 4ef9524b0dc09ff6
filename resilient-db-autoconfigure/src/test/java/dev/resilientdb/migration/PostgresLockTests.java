package dev.resilientdb.migration;

import java.sql.Connection;

import dev.resilientdb.test.TestDatabase;

class PostgresLockTests extends LockContract {

	PostgresLockTests() {
		super(TestDatabase.postgres(), LockOfFlyway.POSTGRES);
	}

	@Override
	String seen(Connection holder) {
		return "behind session " + database().session(holder) + " of PostgreSQL JDBC Driver (127.0.0.1), idle in"
				+ " transaction since";
	}

}
