package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link ConstraintNamesContract} on PostgreSQL 18.
 */
class PostgresConstraintNamesTests extends ConstraintNamesContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresConstraintNamesTests() {
		super(DATABASE);
	}

}
