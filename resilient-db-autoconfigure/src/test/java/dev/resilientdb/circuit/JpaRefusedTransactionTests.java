package dev.resilientdb.circuit;

import dev.resilientdb.test.TestApplication;

class JpaRefusedTransactionTests extends RefusedTransactionContract {

	@Override
	TestApplication prepare(TestApplication application) {
		return application;
	}

}
