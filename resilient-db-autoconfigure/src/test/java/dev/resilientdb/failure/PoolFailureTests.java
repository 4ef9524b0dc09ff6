package dev.resilientdb.failure;

import java.sql.Connection;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.resilientdb.test.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What HikariCP 7.0.2 reports by itself, without codes.
 */
class PoolFailureTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.h2();

	private static final FailureClassifier classifier = Classifiers.create();

	@Test
	void looksBehindConnectionThatHikariClosed() {
		SQLException closed = closedConnection();
		assertThat(kind(closed)).isEqualTo(FailureKind.CONNECTION_LOST);
		closed.addSuppressed(new SQLException("deadlock", "40P01"));
		assertThat(kind(closed)).isEqualTo(FailureKind.DEADLOCK);
	}

	@Test
	void recognizesExhaustedPool() throws SQLException {
		try (HikariDataSource pool = database.pool(1); Connection only = pool.getConnection()) {
			assertThat(only.isClosed()).isFalse();
			assertThat(kind(catchThrowable(pool::getConnection))).isEqualTo(FailureKind.POOL_EXHAUSTED);
		}
	}

	private static SQLException closedConnection() {
		try (HikariDataSource pool = database.pool(1)) {
			return (SQLException) catchThrowable(() -> {
				Connection connection = pool.getConnection();
				connection.close();
				connection.createStatement();
			});
		}
	}

	private static FailureKind kind(Throwable thrown) {
		DatabaseFailure failure = classifier.classify(thrown);
		assertThat(failure).isNotNull();
		return failure.kind();
	}

}
