package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class PlainPostgresLostConnectionTests extends PostgresLostConnectionTests {

	@Override
	TestApplication application() {
		return super.application().with(LostConnectionVariants.PlainTransactionManager.class);
	}

}
