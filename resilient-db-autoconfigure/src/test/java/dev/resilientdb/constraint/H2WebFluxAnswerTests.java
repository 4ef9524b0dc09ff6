package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class H2WebFluxAnswerTests extends AnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2WebFluxAnswerTests() {
		super(DATABASE, WebStack.WEBFLUX);
	}

}
