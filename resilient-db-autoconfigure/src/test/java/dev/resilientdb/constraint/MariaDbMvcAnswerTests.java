package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class MariaDbMvcAnswerTests extends AnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbMvcAnswerTests() {
		super(DATABASE, WebStack.MVC);
	}

}
