package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class PlainMariaDbCutCommitTests extends MariaDbCutCommitTests {

	@Override
	TestApplication direct() {
		return super.direct().with(LostConnectionVariants.PlainTransactionManager.class);
	}

}
