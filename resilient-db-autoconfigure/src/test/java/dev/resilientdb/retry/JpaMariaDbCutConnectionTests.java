package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class JpaMariaDbCutConnectionTests extends MariaDbCutConnectionTests {

	@Override
	TestApplication direct() {
		return TestApplication.on(database()).withProperties("spring.jpa.hibernate.ddl-auto=none");
	}

}
