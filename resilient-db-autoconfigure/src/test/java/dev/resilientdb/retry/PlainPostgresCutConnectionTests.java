package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class PlainPostgresCutConnectionTests extends PostgresCutConnectionTests {

	@Override
	TestApplication direct() {
		return super.direct().with(LostConnectionVariants.PlainTransactionManager.class);
	}

}
