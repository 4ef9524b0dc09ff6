package dev.resilientdb.retry;

import dev.resilientdb.test.TestApplication;

class JpaPostgresCommittedDespiteFailureTests extends PostgresCommittedDespiteFailureTests {

	@Override
	TestApplication application() {
		return TestApplication.on(database())
			.with(Wallets.class, Clerk.class)
			.withProperties("spring.jpa.hibernate.ddl-auto=create-drop");
	}

}
