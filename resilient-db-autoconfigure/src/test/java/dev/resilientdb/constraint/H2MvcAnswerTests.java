package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2MvcAnswerTests extends MvcAnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2MvcAnswerTests() {
		super(DATABASE);
	}

}
