package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class PlainPostgresCutCommitTests extends PostgresCutCommitTests {

	@Override
	TestApplication direct() {
		return super.direct().with(LostConnectionVariants.PlainTransactionManager.class);
	}

}
