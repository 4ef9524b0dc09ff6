package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class UnpooledPostgresLostConnectionTests extends PostgresLostConnectionTests {

	@Override
	TestApplication application() {
		return super.application().with(LostConnectionVariants.Unpooled.class);
	}

}
