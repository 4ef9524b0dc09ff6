package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.context.ConfigurableApplicationContext;

import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.TestApplication;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told of a pool of two connections while its server lives, suffers and dies.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class PoolDrillContract {

	private final ExecutorService callers = Executors.newCachedThreadPool();

	private DatabaseServer server;

	private TestDatabase database;

	private ConfigurableApplicationContext context;

	/**
	 * A server for this class alone.
	 */
	abstract DatabaseServer startServer();

	/**
	 * Gives the database's owner the password.
	 */
	abstract String changePassword();

	@BeforeAll
	void startServerOfItsOwn() {
		this.server = startServer();
	}

	@AfterAll
	void closeServer() {
		this.callers.shutdownNow();
		this.server.close();
	}

	@BeforeEach
	void start() throws SQLException {
		this.database = TestDatabase.on(this.server);
		this.context = TestApplication.on(this.database)
			.withoutJpa()
			.withProperties("spring.datasource.hikari.maximum-pool-size=2",
					"spring.datasource.hikari.connection-timeout=1000", "resilient-db.pool.sample-interval=100ms")
			.start();
		borrow().close();
		awaitVerdict(PoolVerdict.HEALTHY);
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.database.close();
	}

	@Test
	void freePoolIsHealthy() {
		assertThat(report().evidence()).contains("0 of 2 connections are in use, 1 are free")
			.anySatisfy((sentence) -> assertThat(sentence).contains("The database answered in"));
	}

	@Test
	void poolWhoseCallersWaitIsExhaustedAndRecovers() throws Exception {
		Future<?> waiting;
		try (Connection first = borrow(); Connection second = borrow()) {
			waiting = this.callers.submit(this::borrowForAMoment);
			awaitVerdict(PoolVerdict.EXHAUSTED);
			assertThat(report().evidence()).contains("2 of 2 connections are in use, 0 are free",
					"1 thread waits for a connection");
		}
		waiting.get();
		awaitVerdict(PoolVerdict.HEALTHY);
	}

	@Test
	void poolWithoutFreeConnectionIsSaturatedWhileNobodyWaits() throws Exception {
		try (Connection first = borrow(); Connection second = borrow()) {
			awaitVerdict(PoolVerdict.SATURATED);
		}
		awaitVerdict(PoolVerdict.HEALTHY);
	}

	@Test
	void stoppedServerIsDownUntilItRunsAgain() {
		this.server.stop();
		awaitVerdict(PoolVerdict.DATABASE_DOWN);
		this.server.restart();
		awaitVerdict(PoolVerdict.HEALTHY);
	}

	@Test
	void killedServerIsDownUntilItRunsAgain() {
		this.server.kill();
		awaitVerdict(PoolVerdict.DATABASE_DOWN);
		this.server.restart();
		awaitVerdict(PoolVerdict.HEALTHY);
	}

	@Test
	void suspendedServerIsDownUntilItGoesOn() {
		this.server.suspend();
		awaitVerdict(PoolVerdict.DATABASE_DOWN);
		assertThat(report().evidence())
			.anySatisfy((sentence) -> assertThat(sentence).contains("The database has not answered for"));
		this.server.resume();
		awaitVerdict(PoolVerdict.HEALTHY);
	}

	@Test
	void exhaustedPoolOfDeadDatabaseIsOfDeadDatabase() throws Exception {
		try (Connection first = borrow(); Connection second = borrow()) {
			Future<?> waiting = this.callers.submit(this::borrowForAMoment);
			this.server.kill();
			awaitVerdict(PoolVerdict.DATABASE_DOWN);
			waiting.cancel(true);
		}
		this.server.restart();
		awaitVerdict(PoolVerdict.HEALTHY);
	}

	@Test
	void refusedLoginIsToldApartFromDeadDatabase() {
		this.database.admin().execute(changePassword().formatted(this.database.username()));
		endSessions();
		awaitVerdict(PoolVerdict.BAD_CREDENTIALS);
	}

	/**
	 * Has every session of the database log in again.
	 */
	private void endSessions() {
		this.server.stop();
		this.server.restart();
	}

	private Connection borrow() throws SQLException {
		return this.context.getBean(DataSource.class).getConnection();
	}

	private Void borrowForAMoment() throws SQLException {
		borrow().close();
		return null;
	}

	private PoolReport report() {
		return this.context.getBean(Pools.class).report("dataSource");
	}

	private void awaitVerdict(PoolVerdict verdict) {
		Awaitility.await()
			.untilAsserted(() -> assertThat(report()).isNotNull().extracting(PoolReport::verdict).isEqualTo(verdict));
	}

}
