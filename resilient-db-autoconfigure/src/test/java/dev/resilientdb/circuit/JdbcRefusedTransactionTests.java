package dev.resilientdb.circuit;

import dev.resilientdb.test.TestApplication;

class JdbcRefusedTransactionTests extends RefusedTransactionContract {

	@Override
	TestApplication prepare(TestApplication application) {
		return application.withoutJpa();
	}

}
