package dev.resilientdb;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.CannotAcquireLockException;

import dev.resilientdb.retry.DeadlockRetryTemplate;
import dev.resilientdb.test.TestApplication;

/**
 * Starts on Boot's embedded database and answers how many attempts a conflicting
 * transaction took.
 */
public class RecoveringApplication implements Callable<Integer> {

	@Override
	public Integer call() {
		try (ConfigurableApplicationContext context = TestApplication.create()
			.withProperties("spring.jmx.enabled=true", "management.endpoints.web.exposure.include=*")
			.start()) {
			AtomicInteger attempts = new AtomicInteger();
			context.getBean(DeadlockRetryTemplate.class).executeWithoutResult((status) -> conflict(attempts));
			return attempts.get();
		}
	}

	private static void conflict(AtomicInteger attempts) {
		if (attempts.incrementAndGet() < 2) {
			throw new CannotAcquireLockException("conflict", new SQLException("conflict", "40001"));
		}
	}

}
