package dev.resilientdb.retry;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.retry.RetryStatistics.Calls;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

/**
 * An application with a {@link Worker} and a table {@code entry} for each test.
 */
abstract class WorkerContract {

	private ConfigurableApplicationContext context;

	abstract TestDatabase database();

	TestApplication application() {
		return TestApplication.on(database()).withoutJpa();
	}

	@BeforeEach
	final void start() {
		database().owner().execute("drop table if exists entry", "create table entry (id integer primary key)");
		this.context = application().with(Workers.class)
			.withProperties("resilient-db.retry.connection.delay=1ms", "resilient-db.retry.connection.max-delay=5ms")
			.start();
	}

	@AfterEach
	final void stop() {
		this.context.close();
	}

	final ConfigurableApplicationContext context() {
		return this.context;
	}

	final Worker worker() {
		return this.context.getBean(Worker.class);
	}

	final Calls calls() {
		return this.context.getBean(RetryStatistics.class).summary().total();
	}

	/**
	 * The transactions' connection.
	 */
	final JdbcTemplate jdbc() {
		return this.context.getBean(JdbcTemplate.class);
	}

	final void insert(int id) {
		jdbc().update("insert into entry (id) values (?)", id);
	}

	/**
	 * Rows that another session sees.
	 */
	final int entries() {
		return new JdbcTemplate(database().dataSource()).queryForObject("select count(*) from entry", Integer.class);
	}

	/**
	 * Ends the session of the running transaction from outside.
	 */
	final void killOwnSession() {
		database().kill(jdbc().queryForObject(database().sessions().id(), Long.class));
	}

	/**
	 * Ends the session when nothing but COMMIT is left to do.
	 */
	final void killOwnSessionBeforeCommit() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void beforeCompletion() {
				killOwnSession();
			}
		});
	}

	/**
	 * Does something else in each attempt.
	 */
	static Runnable inTurn(Runnable... works) {
		Iterator<Runnable> rest = List.of(works).iterator();
		return () -> rest.next().run();
	}

	static RuntimeException conflict() {
		return new CannotAcquireLockException("conflict", new SQLException("conflict", "40001"));
	}

	static void throwConflict() {
		throw conflict();
	}

	@Configuration(proxyBeanMethods = false)
	static class Workers {

		@Bean
		Worker worker() {
			return new Worker();
		}

	}

}
