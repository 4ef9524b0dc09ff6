package dev.resilientdb.constraint;

import java.util.List;

import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

class SqliteMvcAnswerTests extends AnswerContract {

	@RegisterExtension
	static final TestDatabase DATABASE = TestDatabase.sqlite();

	SqliteMvcAnswerTests() {
		super(DATABASE, WebStack.MVC);
	}

	@Override
	String known(String name) {
		return "null";
	}

	@Override
	int statusOfChildExists() {
		return 422;
	}

	@Override
	List<String> fieldsOfCheck() {
		return List.of();
	}

}
