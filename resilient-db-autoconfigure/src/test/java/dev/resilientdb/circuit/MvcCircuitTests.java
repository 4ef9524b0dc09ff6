package dev.resilientdb.circuit;

import dev.resilientdb.test.TestApplication;

class MvcCircuitTests extends WebContract {

	@Override
	TestApplication prepare(TestApplication application) {
		return application.withServer().with(MvcReports.class);
	}

}
