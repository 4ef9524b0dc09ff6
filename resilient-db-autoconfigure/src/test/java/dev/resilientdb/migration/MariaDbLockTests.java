package dev.resilientdb.migration;

import java.sql.Connection;

import dev.resilientdb.test.TestDatabase;

class MariaDbLockTests extends LockContract {

	MariaDbLockTests() {
		super(TestDatabase.mariaDb(), LockOfFlyway.MARIADB);
	}

	@Override
	String seen(Connection holder) {
		return "behind session unknown (to see more, this login needs PROCESS)";
	}

}
