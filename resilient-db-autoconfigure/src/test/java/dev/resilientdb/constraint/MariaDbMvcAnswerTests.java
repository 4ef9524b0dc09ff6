package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class MariaDbMvcAnswerTests extends AnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.mariaDb();

	MariaDbMvcAnswerTests() {
		super(DATABASE, WebStack.MVC);
	}

}
