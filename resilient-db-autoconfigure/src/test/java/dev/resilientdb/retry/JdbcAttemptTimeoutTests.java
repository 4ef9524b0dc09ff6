package dev.resilientdb.retry;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.test.TestApplication;

class JdbcAttemptTimeoutTests extends AttemptTimeoutContract {

	@Override
	TestApplication application() {
		return TestApplication.on(database).withoutJpa();
	}

	@Override
	void beSlow(ConfigurableApplicationContext running) {
		running.getBean(JdbcTemplate.class).execute("select pg_sleep(60)");
	}

}
