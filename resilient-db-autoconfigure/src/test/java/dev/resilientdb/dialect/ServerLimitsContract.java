package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import dev.resilientdb.pool.ServerLimits;
import dev.resilientdb.pool.ServerLimits.Allowance;
import dev.resilientdb.pool.ServerLimitsDialect;
import dev.resilientdb.test.DatabaseServer;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an ordinary login learns of the limits of a server with twenty connections.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ServerLimitsContract {

	private final ServerLimitsDialect dialect;

	private DatabaseServer server;

	private TestDatabase database;

	ServerLimitsContract(ServerLimitsDialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * A server for this class alone.
	 */
	abstract DatabaseServer startServer(Map<String, String> settings);

	/**
	 * How many of the connections are kept for administrators.
	 */
	abstract int reserved();

	/**
	 * Lets the database's owner have seven connections.
	 */
	abstract String allowSevenConnections();

	/**
	 * Ends the owner's sessions when they are idle for 90 seconds.
	 */
	abstract String endIdleSessions();

	/**
	 * Ends idle sessions as late as before.
	 */
	abstract String keepIdleSessions();

	/**
	 * What is told where nobody set a time.
	 */
	abstract Duration usualIdleTimeout();

	@BeforeAll
	void startServerOfItsOwn() {
		this.server = startServer(Map.of("max_connections", "20"));
	}

	@AfterAll
	void closeServer() {
		this.server.close();
	}

	@BeforeEach
	void create() {
		this.database = TestDatabase.on(this.server);
	}

	@AfterEach
	void drop() {
		this.database.close();
	}

	@Test
	void serverTellsHowManyConnectionsItTakes() throws SQLException {
		assertThat(limits().allowances()).singleElement().satisfies((allowance) -> {
			assertThat(allowance.name()).isEqualTo("max_connections");
			assertThat(allowance.limit()).isEqualTo(20);
			assertThat(allowance.reserved()).isEqualTo(reserved());
		});
	}

	@Test
	void connectionsOfOthersAreCounted() throws SQLException {
		int before = limits().allowances().get(0).used();
		try (HikariDataSource others = this.database.admin().pool(3, Duration.ofSeconds(10));
				Connection first = others.getConnection();
				Connection second = others.getConnection();
				Connection third = others.getConnection()) {
			assertThat(limits().allowances().get(0).used()).isGreaterThanOrEqualTo(before + 3);
		}
	}

	@Test
	void limitOfTheLoginIsToldWithWhatItUses() throws SQLException {
		this.database.admin().execute(allowSevenConnections().formatted(this.database.username()));
		try (HikariDataSource own = this.database.pool(2);
				Connection first = own.getConnection();
				Connection second = own.getConnection()) {
			assertThat(limits().allowances()).last()
				.extracting(Allowance::limit, Allowance::used)
				.containsExactly(7, 3);
		}
	}

	@Test
	void idleTimeoutIsTold() throws SQLException {
		this.database.admin().execute(endIdleSessions().formatted(this.database.username()));
		try {
			assertThat(limits().idleTimeout()).isEqualTo(Duration.ofSeconds(90));
		}
		finally {
			this.database.admin().execute(keepIdleSessions().formatted(this.database.username()));
		}
	}

	@Test
	void usualIdleTimeoutIsTold() throws SQLException {
		assertThat(limits().idleTimeout()).isEqualTo(usualIdleTimeout());
	}

	private ServerLimits limits() throws SQLException {
		try (Connection connection = this.database.dataSource().getConnection()) {
			return this.dialect.limits(connection);
		}
	}

}
