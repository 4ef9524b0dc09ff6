package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link RaceContract} on H2.
 */
class H2RaceTests extends RaceContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2RaceTests() {
		super(DATABASE);
	}

	@Override
	String upsert() {
		return "MERGE";
	}

}
