package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

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
