package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.resilientdb.failure.FailureKind;
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

	private WatchedPool pool;

	/**
	 * A server for this class alone.
	 */
	abstract DatabaseServer startServer();

	/**
	 * Gives the database's owner the password.
	 */
	abstract String changePassword();

	/**
	 * Lets the database's owner have two connections.
	 */
	abstract String allowTwoConnections();

	/**
	 * Asks for the sessions of the database's owner.
	 */
	abstract String sessions();

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
		this.pool = new WatchedPool(this.context);
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
	void databaseWithoutFreeConnectionIsNotDown() throws Exception {
		try (Connection first = borrow(); Connection second = borrow()) {
			this.database.admin().execute(allowTwoConnections().formatted(this.database.username()));
			endSessionsExcept(List.of(this.database.session(first), this.database.session(second)));
			Awaitility.await()
				.untilAsserted(
						() -> assertThat(report().probe().failure()).isEqualTo(FailureKind.TOO_MANY_CONNECTIONS));
			awaitVerdict(PoolVerdict.SATURATED);
		}
	}

	@Test
	void refusedLoginIsToldApartFromDeadDatabase() {
		this.database.admin().execute(changePassword().formatted(this.database.username()));
		endSessions();
		awaitVerdict(PoolVerdict.BAD_CREDENTIALS);
	}

	@Test
	void refusedLoginIsToldWhileOlderConnectionsLive() {
		this.database.admin().execute(changePassword().formatted(this.database.username()));
		this.context.getBean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
		Future<?> waiting = this.callers.submit(this::borrowForAMoment);
		awaitVerdict(PoolVerdict.BAD_CREDENTIALS);
		waiting.cancel(true);
	}

	private void endSessionsExcept(List<Long> kept) {
		List<Long> sessions = new JdbcTemplate(this.database.admin().dataSource())
			.queryForList(sessions().formatted(this.database.username()), Long.class);
		sessions.stream().filter((session) -> !kept.contains(session)).forEach(this.database::kill);
	}

	/**
	 * Has every session of the database log in again.
	 */
	private void endSessions() {
		this.server.stop();
		this.server.restart();
	}

	private Void borrowForAMoment() throws SQLException {
		borrow().close();
		return null;
	}

	private Connection borrow() throws SQLException {
		return this.pool.borrow();
	}

	private PoolReport report() {
		return this.pool.report();
	}

	private void awaitVerdict(PoolVerdict verdict) {
		this.pool.awaitVerdict(verdict);
	}

}
