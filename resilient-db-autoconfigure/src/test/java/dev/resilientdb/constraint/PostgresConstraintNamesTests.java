package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

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
