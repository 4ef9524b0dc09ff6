package dev.resilientdb.circuit;

import dev.resilientdb.test.TestApplication;

class WebFluxCircuitTests extends WebContract {

	@Override
	TestApplication prepare(TestApplication application) {
		return application.withReactiveServer().with(WebFluxReports.class);
	}

}
