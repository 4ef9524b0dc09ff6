package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link PostgresRealConstraintContract} on PostgreSQL 18.
 */
class PostgresRealConstraintTests extends PostgresRealConstraintContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresRealConstraintTests() {
		super(DATABASE);
	}

}
