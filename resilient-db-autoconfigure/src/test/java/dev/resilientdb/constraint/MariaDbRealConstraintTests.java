package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link MariaDbRealConstraintContract} on MariaDB 11.4.
 */
class MariaDbRealConstraintTests extends MariaDbRealConstraintContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbRealConstraintTests() {
		super(DATABASE);
	}

}
