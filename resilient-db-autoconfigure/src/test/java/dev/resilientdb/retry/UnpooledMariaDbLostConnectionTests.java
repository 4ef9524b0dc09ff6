package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class UnpooledMariaDbLostConnectionTests extends MariaDbLostConnectionTests {

	@Override
	TestApplication application() {
		return super.application().with(LostConnectionVariants.Unpooled.class);
	}

}
