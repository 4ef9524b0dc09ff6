package dev.resilientdb.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/**
 * An application's code that takes connections in all the ways there are.
 */
final class Borrower {

	private final Source source;

	private Connection kept;

	Borrower(Source source) {
		this.source = source;
	}

	/**
	 * Forgets to close.
	 */
	void leak() throws SQLException {
		this.kept = this.source.getConnection();
	}

	/**
	 * For others to use.
	 */
	Connection open() throws SQLException {
		return this.source.getConnection();
	}

	void useFor(CountDownLatch begun, CountDownLatch end) throws Exception {
		try (Connection connection = this.source.getConnection()) {
			begun.countDown();
			end.await();
		}
	}

	void useOpenedFor(CountDownLatch begun, CountDownLatch end) throws Exception {
		try (Connection connection = open()) {
			begun.countDown();
			end.await();
		}
	}

	void useKeptFor(CountDownLatch begun, CountDownLatch end) throws Exception {
		leak();
		begun.countDown();
		end.await();
		closeKept();
	}

	void closeKept() throws SQLException {
		this.kept.close();
	}

	void outer() throws SQLException {
		try (Connection connection = this.source.getConnection()) {
			inner();
		}
	}

	void inner() throws SQLException {
		this.source.getConnection().close();
	}

	void both() throws SQLException {
		try (Connection first = this.source.getConnection()) {
			this.source.getConnection().close();
		}
	}

	/**
	 * Where connections come from.
	 */
	@FunctionalInterface
	interface Source {

		Connection getConnection() throws SQLException;

	}

}
