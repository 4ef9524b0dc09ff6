package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

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
