package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class H2PrivacyTests extends PrivacyContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2PrivacyTests() {
		super(DATABASE);
	}

}
