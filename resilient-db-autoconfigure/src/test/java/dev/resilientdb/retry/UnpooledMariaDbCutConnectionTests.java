package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class UnpooledMariaDbCutConnectionTests extends MariaDbCutConnectionTests {

	@Override
	TestApplication direct() {
		return super.direct().with(LostConnectionVariants.Unpooled.class);
	}

}
