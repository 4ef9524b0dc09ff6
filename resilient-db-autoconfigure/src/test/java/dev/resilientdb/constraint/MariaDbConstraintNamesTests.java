package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link ConstraintNamesContract} on MariaDB 11.4.
 */
class MariaDbConstraintNamesTests extends ConstraintNamesContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbConstraintNamesTests() {
		super(DATABASE);
	}

}
