package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPrivacyTests extends PrivacyContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresPrivacyTests() {
		super(DATABASE);
	}

}
