package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class PlainMariaDbLostConnectionTests extends MariaDbLostConnectionTests {

	@Override
	TestApplication application() {
		return super.application().with(LostConnectionVariants.PlainTransactionManager.class);
	}

}
