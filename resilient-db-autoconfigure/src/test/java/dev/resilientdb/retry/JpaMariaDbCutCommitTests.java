package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class JpaMariaDbCutCommitTests extends MariaDbCutCommitTests {

	@Override
	TestApplication direct() {
		return TestApplication.on(database()).with(Wallets.class).withProperties("spring.jpa.hibernate.ddl-auto=create-drop");
	}

}
