package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class PlainMariaDbCutConnectionTests extends MariaDbCutConnectionTests {

	@Override
	TestApplication direct() {
		return super.direct().with(LostConnectionVariants.PlainTransactionManager.class);
	}

}
