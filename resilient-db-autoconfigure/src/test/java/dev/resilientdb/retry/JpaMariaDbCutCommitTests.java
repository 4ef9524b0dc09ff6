package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class JpaMariaDbCutCommitTests extends MariaDbCutCommitTests {

	@Override
	TestApplication direct() {
		return TestApplication.on(database()).withProperties("spring.jpa.hibernate.ddl-auto=none");
	}

}
