package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link MissingValueContract} on H2.
 */
class H2MissingValueTests extends MissingValueContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2MissingValueTests() {
		super(DATABASE);
	}

}
