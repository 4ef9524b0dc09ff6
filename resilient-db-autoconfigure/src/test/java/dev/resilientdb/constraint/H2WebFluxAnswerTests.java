package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class H2WebFluxAnswerTests extends AnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.h2();

	H2WebFluxAnswerTests() {
		super(DATABASE, WebStack.WEBFLUX);
	}

}
