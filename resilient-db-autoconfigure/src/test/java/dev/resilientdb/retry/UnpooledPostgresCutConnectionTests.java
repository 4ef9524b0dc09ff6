package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class UnpooledPostgresCutConnectionTests extends PostgresCutConnectionTests {

	@Override
	TestApplication direct() {
		return super.direct().with(LostConnectionVariants.Unpooled.class);
	}

}
