package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class PlainPostgresRefusedCommitTests extends PostgresRefusedCommitTests {

	@Override
	TestApplication application() {
		return super.application().with(LostConnectionVariants.PlainTransactionManager.class);
	}

}
