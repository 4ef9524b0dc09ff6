package dev.resilientdb.retry;

import dev.resilientdb.test.TcpRelay;
import dev.resilientdb.test.TestApplication;

class UnpooledPostgresCutCommitTests extends PostgresCutCommitTests {

	@Override
	TestApplication direct() {
		return super.direct().with(LostConnectionVariants.Unpooled.class);
	}

	@Override
	TcpRelay.Form laterCommit() {
		return TcpRelay.Form.TEXT;
	}

}
