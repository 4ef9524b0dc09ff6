package dev.resilientdb.retry;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureLog;
import dev.resilientdb.test.TestApplication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What holds when a statement waits too long for a lock. Some servers undo only that
 * statement.
 */
abstract class LockTimeoutContract extends WorkerContract {

	/**
	 * Has a session wait only shortly for locks.
	 */
	abstract String impatience();

	@Override
	TestApplication application() {
		return super.application().withProperties("spring.datasource.hikari.connection-init-sql=" + impatience());
	}

	@Tag("scenario-13")
	@Test
	void rollsBackWholeTransactionBeforeItRunsAgain() throws SQLException {
		insert(1);
		try (Connection other = locking()) {
			DeadlockRetryTemplate template = context().getBean(DeadlockRetryTemplate.class)
				.alsoOn(FailureKind.LOCK_TIMEOUT);
			Runnable work = inTurn(() -> {
				insert(2);
				lock();
			}, () -> {
				assertThat(entries()).isOne();
				rollBack(other);
				insert(2);
				lock();
			});
			template.executeWithoutResult((status) -> work.run());
		}
		assertThat(calls().recovered()).isOne();
		assertThat(entries()).isEqualTo(2);
	}

	@Tag("scenario-13")
	@Test
	void givesBackLockTimeoutByDefault() throws SQLException {
		insert(1);
		try (Connection other = locking()) {
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().retried(() -> {
				insert(2);
				lock();
			}));
			rollBack(other);
		}
		assertThatGivenBackOnce();
		assertThat(entries()).isOne();
	}

	@Tag("scenario-02")
	@Test
	void givesBackNewTransactionThatWaitsForTheOneAroundIt() {
		insert(1);
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> worker().joining(() -> {
			lock();
			worker().retriedInNewTransaction(() -> {
				insert(2);
				lock();
			});
		}));
		assertThatGivenBackOnce();
		assertThat(entries()).isOne();
	}

	private void assertThatGivenBackOnce() {
		assertThat(worker().attempts()).isOne();
		assertThat(calls().firstAttempt()).isOne();
		assertThat(context().getBean(FailureLog.class).summary().byKind()).containsKey(FailureKind.LOCK_TIMEOUT);
	}

	private void lock() {
		jdbc().update("update entry set id = id where id = 1");
	}

	private Connection locking() throws SQLException {
		Connection connection = database().dataSource().getConnection();
		connection.setAutoCommit(false);
		new JdbcTemplate(new SingleConnectionDataSource(connection, true))
			.update("update entry set id = id where id = 1");
		return connection;
	}

	private static void rollBack(Connection connection) {
		try {
			connection.rollback();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
