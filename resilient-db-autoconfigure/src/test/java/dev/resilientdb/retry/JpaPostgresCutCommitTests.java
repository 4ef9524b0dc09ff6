package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class JpaPostgresCutCommitTests extends PostgresCutCommitTests {

	@Override
	TestApplication direct() {
		return TestApplication.on(database()).withProperties("spring.jpa.hibernate.ddl-auto=none");
	}

}
