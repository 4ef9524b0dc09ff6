package dev.resilientdb.constraint;

import dev.resilientdb.test.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresWebFluxAnswerTests extends AnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.postgres();

	PostgresWebFluxAnswerTests() {
		super(DATABASE, WebStack.WEBFLUX);
	}

}
