package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class PlainPostgresRefusedCommitTests extends RefusedCommitContract {

	@Override
	TestApplication application() {
		return super.application().with(LostConnectionVariants.PlainTransactionManager.class);
	}

}
