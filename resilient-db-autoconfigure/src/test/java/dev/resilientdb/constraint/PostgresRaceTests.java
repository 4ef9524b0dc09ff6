package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link RaceContract} on PostgreSQL 18.
 */
class PostgresRaceTests extends RaceContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresRaceTests() {
		super(DATABASE);
	}

	@Override
	String upsert() {
		return "ON CONFLICT";
	}

}
