package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link BatchContract} on H2.
 */
class H2BatchTests extends BatchContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2BatchTests() {
		super(DATABASE);
	}

}
