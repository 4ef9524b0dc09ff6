package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2PrivacyTests extends PrivacyContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2PrivacyTests() {
		super(DATABASE);
	}

}
