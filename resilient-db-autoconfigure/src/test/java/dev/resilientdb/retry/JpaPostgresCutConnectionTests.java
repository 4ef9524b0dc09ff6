package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class JpaPostgresCutConnectionTests extends PostgresCutConnectionTests {

	@Override
	TestApplication direct() {
		return TestApplication.on(database())
			.with(Wallets.class)
			.withProperties("spring.jpa.hibernate.ddl-auto=create-drop",
					"spring.datasource.hikari.connection-timeout=500");
	}

}
