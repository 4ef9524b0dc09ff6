package dev.resilientdb.constraint;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class PostgresWebFluxAnswerTests extends AnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresWebFluxAnswerTests() {
		super(DATABASE, WebStack.WEBFLUX);
	}

}
