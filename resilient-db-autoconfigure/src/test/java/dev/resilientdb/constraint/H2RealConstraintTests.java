package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link RealConstraintContract} on H2.
 */
class H2RealConstraintTests extends RealConstraintContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2RealConstraintTests() {
		super(DATABASE);
	}

}
