package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * {@link RealConstraintContract} on MariaDB 11.4.
 */
class MariaDbRealConstraintTests extends RealConstraintContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbRealConstraintTests() {
		super(DATABASE);
	}

}
