package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link ConstraintNamesContract} on H2.
 */
class H2ConstraintNamesTests extends ConstraintNamesContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2ConstraintNamesTests() {
		super(DATABASE);
	}

}
