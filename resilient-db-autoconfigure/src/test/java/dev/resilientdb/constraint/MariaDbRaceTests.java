package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link RaceContract} on MariaDB 11.4.
 */
class MariaDbRaceTests extends RaceContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbRaceTests() {
		super(DATABASE);
	}

	@Override
	String upsert() {
		return "ON DUPLICATE KEY";
	}

}
