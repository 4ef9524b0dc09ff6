package dev.resilientdb.circuit;

import java.sql.Connection;
import java.sql.SQLException;

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
 * What callers meet while their server dies, suffers and comes back. Without a circuit
 * each of them would wait for half a minute.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CircuitDrillContract {

	private DatabaseServer server;

	private TestDatabase database;

	private ConfigurableApplicationContext context;

	private DrilledApplication application;

	/**
	 * A server for this class alone.
	 */
	abstract DatabaseServer startServer();

	/**
	 * Gives the database's owner {@code %s} the password {@code %s}.
	 */
	abstract String changePassword();

	/**
	 * Lets the database's owner {@code %s} have {@code %s} connections.
	 */
	abstract String limitConnections();

	@BeforeAll
	void startServerOfItsOwn() {
		this.server = startServer();
	}

	@AfterAll
	void closeServer() {
		this.server.close();
	}

	@BeforeEach
	void start() {
		this.database = TestDatabase.on(this.server);
		start("30000");
	}

	private void start(String connectionTimeout) {
		this.context = TestApplication.on(this.database)
			.withoutJpa()
			.with(DrilledApplication.Events.class)
			.withProperties("spring.datasource.hikari.maximum-pool-size=2",
					"spring.datasource.hikari.connection-timeout=" + connectionTimeout,
					"resilient-db.pool.sample-interval=100ms", "resilient-db.circuit.minimum-calls=2",
					"resilient-db.circuit.window=2", "resilient-db.circuit.open-duration=500ms",
					"resilient-db.circuit.half-open-calls=1", "resilient-db.circuit.silence-threshold=1s")
			.start();
		this.application = new DrilledApplication(this.context);
		this.application.awaitHealthy();
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.database.close();
	}

	@Test
	void stoppedServerIsDownUntilItRunsAgain() {
		this.server.stop();
		this.application.awaitOpen();
		this.application.assertRefused("is unavailable since");
		assertThat(this.application.availability()).isEqualTo(Availability.DOWN);
		this.server.restart();
		this.application.awaitRecovery();
		this.application.awaitTold(Availability.DOWN, Availability.AVAILABLE);
	}

	@Test
	void killedServerIsDownUntilItRunsAgain() {
		this.server.kill();
		this.application.awaitOpen();
		this.application.assertRefused("is unavailable since");
		this.server.restart();
		this.application.awaitRecovery();
		this.application.awaitTold(Availability.DOWN, Availability.AVAILABLE);
	}

	@Test
	void connectionsToKilledServerAreEvictedWhenItRunsAgain() {
		this.server.kill();
		this.application.awaitOpen();
		assertThat(this.application.pool().getHikariPoolMXBean().getTotalConnections()).isPositive();
		this.server.restart();
		Awaitility.await().until(() -> this.application.pool().getHikariPoolMXBean().getTotalConnections() == 0);
	}

	@Test
	void suspendedServerIsDownUntilItGoesOn() {
		this.server.suspend();
		this.application.awaitOpen();
		this.application.assertRefused("NO_ANSWER");
		this.server.resume();
		this.application.awaitRecovery();
		this.application.awaitTold(Availability.DOWN, Availability.AVAILABLE);
	}

	@Test
	void refusedLoginIsDownUntilItIsAccepted() {
		administrate(changePassword(), "another");
		this.server.stop();
		this.server.restart();
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.application.circuit().reason()).isEqualTo("AUTHENTICATION"));
		this.application.assertRefused("AUTHENTICATION");
		assertThat(this.application.availability()).isEqualTo(Availability.DOWN);
		administrate(changePassword(), this.database.password());
		this.application.awaitRecovery();
	}

	@Test
	void serverWithoutFreeConnectionIsDegradedUntilCallersGetOne() {
		this.context.close();
		start("300");
		// The probe has it
		administrate(limitConnections(), "1");
		this.application.pool().getHikariPoolMXBean().softEvictConnections();
		this.application.failUntilOpen();
		assertThat(this.application.availability()).isEqualTo(Availability.DEGRADED);
		assertThat(this.application.circuit().reason()).isEqualTo("TOO_MANY_CONNECTIONS");
		administrate(limitConnections(), "100");
		this.application.workUntilRecovered();
		assertThat(this.application.circuit().timeToRecovery()).isPositive();
	}

	@Test
	void exhaustedPoolIsServedAgainWithoutCallersThatFindOut() throws SQLException {
		this.context.close();
		start("300");
		try (Connection first = this.application.pool().getConnection();
				Connection second = this.application.pool().getConnection()) {
			this.application.failUntilOpen();
			assertThat(this.application.circuit().reason()).isEqualTo("POOL_EXHAUSTED");
		}
		this.application.awaitRecovery();
	}

	private void administrate(String statement, String value) {
		this.database.admin().execute(statement.formatted(this.database.username(), value));
	}

}
