package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link MissingValueContract} on PostgreSQL 18.
 */
class PostgresMissingValueTests extends MissingValueContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresMissingValueTests() {
		super(DATABASE);
	}

}
