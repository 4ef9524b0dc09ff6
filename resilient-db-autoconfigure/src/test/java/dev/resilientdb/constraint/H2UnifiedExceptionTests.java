package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

/**
 * {@link UnifiedExceptionContract} on H2.
 */
class H2UnifiedExceptionTests extends UnifiedExceptionContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2UnifiedExceptionTests() {
		super(DATABASE);
	}

}
