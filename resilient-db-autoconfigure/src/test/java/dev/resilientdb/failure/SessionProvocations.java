package dev.resilientdb.failure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;

import org.springframework.jdbc.support.JdbcUtils;

import dev.resilientdb.test.Login;
import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Makes a database report for real what goes wrong with single sessions and statements.
 * Every provocation answers what its session threw.
 */
final class SessionProvocations {

	// H2 tries to connect for more than a second
	private static final Duration REFUSED_AFTER = Duration.ofSeconds(5);

	private final TestDatabase database;

	SessionProvocations(TestDatabase database) {
		this.database = database;
	}

	/**
	 * The driver's query timeout ends the query.
	 */
	Throwable queryTimeout(String endlessQuery) {
		return onStatement((statement) -> {
			statement.setQueryTimeout(1);
			statement.execute(endlessQuery);
		});
	}

	/**
	 * The application's {@link Statement#cancel()} ends the query.
	 */
	Throwable cancelledStatement(String endlessQuery) {
		return onStatement((statement) -> stop(statement, endlessQuery, statement::cancel));
	}

	/**
	 * Another session ends the query.
	 */
	Throwable cancelledFromOutside(String endlessQuery) {
		return onStatement((statement) -> {
			long session = this.database.session(statement.getConnection());
			stop(statement, endlessQuery, () -> this.database.cancel(session));
		});
	}

	/**
	 * Another session ends the session that is running the query.
	 */
	Throwable killedWhileRunning(String endlessQuery) {
		return onStatement((statement) -> {
			long session = this.database.session(statement.getConnection());
			stop(statement, endlessQuery, () -> this.database.kill(session));
		});
	}

	private static void stop(Statement statement, String query, Stop stop) throws Throwable {
		CompletableFuture<Throwable> outcome = CompletableFuture
			.supplyAsync(() -> catchThrowable(() -> statement.execute(query)));
		// Stopping has no effect before the query runs and may fail after it ended
		Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
			if (!outcome.isDone()) {
				stop.run();
			}
			return outcome.isDone();
		});
		throw outcome.join();
	}

	/**
	 * The second row of the batch has the code of the first.
	 */
	Throwable failingBatch(Map<String, String> driverProperties) {
		return catchThrowable(() -> {
			try (Connection connection = this.database.dataSource(driverProperties).getConnection();
					PreparedStatement statement = connection
						.prepareStatement("insert into ticket (id, code) values (?, 'A')")) {
				connection.setAutoCommit(false);
				addRow(statement, 1);
				addRow(statement, 2);
				statement.executeBatch();
			}
		});
	}

	private static void addRow(PreparedStatement statement, int id) throws SQLException {
		statement.setInt(1, id);
		statement.addBatch();
	}

	/**
	 * The only connection of a pool is in use.
	 */
	Throwable exhaustedPool() {
		return catchThrowable(() -> {
			try (HikariDataSource pool = this.database.owner().pool(1, Duration.ofMillis(500));
					Connection only = pool.getConnection()) {
				pool.getConnection().close();
			}
		});
	}

	Throwable connection(Login login) {
		return catchThrowable(() -> login.dataSource().getConnection().close());
	}

	Throwable pooledConnection(Login login) {
		return catchThrowable(() -> {
			try (HikariDataSource pool = login.pool(1, REFUSED_AFTER)) {
				pool.getConnection().close();
			}
		});
	}

	Throwable wrongPassword() {
		return connection(new Login(this.database.url(), this.database.username(), "wrong"));
	}

	/**
	 * What happens between two uses of an open connection makes the second one fail.
	 */
	Throwable connectionUsedAfter(Runnable event) {
		return onStatement((statement) -> {
			statement.execute("select 1");
			event.run();
			statement.execute("select 1");
		});
	}

	/**
	 * A second connection while a first one is open.
	 */
	Throwable secondConnection() {
		return catchThrowable(() -> {
			try (Connection first = this.database.dataSource().getConnection()) {
				this.database.dataSource().getConnection().close();
			}
		});
	}

	/**
	 * Connections are opened until the server refuses one.
	 */
	Throwable connectionsUntilRefused() {
		List<Connection> open = new ArrayList<>();
		try {
			return catchThrowable(() -> {
				while (open.size() < 50) {
					open.add(this.database.dataSource().getConnection());
				}
			});
		}
		finally {
			open.forEach(JdbcUtils::closeConnection);
		}
	}

	private Throwable onStatement(StatementWork work) {
		return catchThrowable(() -> {
			try (Connection connection = this.database.dataSource().getConnection();
					Statement statement = connection.createStatement()) {
				work.run(statement);
			}
		});
	}

	@FunctionalInterface
	private interface StatementWork {

		void run(Statement statement) throws Throwable;

	}

	@FunctionalInterface
	private interface Stop {

		void run() throws Exception;

	}

}
