package dev.resilientdb.retry;

import jakarta.persistence.EntityManager;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.TestApplication;

class JpaAttemptTimeoutTests extends AttemptTimeoutContract {

	@Override
	TestApplication application() {
		return TestApplication.on(database);
	}

	@Override
	void beSlow(ConfigurableApplicationContext running) {
		running.getBean(EntityManager.class).createNativeQuery("select 1 from pg_sleep(60)").getResultList();
	}

}
