package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

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
