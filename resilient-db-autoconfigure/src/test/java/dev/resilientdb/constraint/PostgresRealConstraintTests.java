package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@link RealConstraintContract} on PostgreSQL 18.
 */
class PostgresRealConstraintTests extends RealConstraintContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresRealConstraintTests() {
		super(DATABASE);
	}

}
