package dev.resilientdb.test;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Makes a product fail. What is thrown is the truth: where the product rolls back the
 * transaction with an error, it has been rolled back on the server when the error is
 * thrown; where it undoes only the statement, the transaction is still open; and a lost
 * connection is closed. Whoever finds rows written twice has therefore found a fault of
 * the caller.
 */
public interface ProductFaults {

	/**
	 * Fails a statement.
	 * @throws SQLException the product's own exception, always
	 */
	void statement(Connection physical, Fault fault) throws SQLException;

	/**
	 * Answers COMMIT with a refusal.
	 * @throws SQLException the product's own exception, always
	 */
	void commit(Connection physical, Fault fault) throws SQLException;

	/**
	 * Breaks the connection; the server rolls back what is open.
	 */
	void cut(Connection physical) throws SQLException;

	/**
	 * What the driver throws when its connection broke.
	 */
	SQLException lost();

	/**
	 * What the driver throws when nobody answers.
	 */
	SQLException refused();

	/**
	 * What the driver throws when it fails without a word to the server.
	 */
	SQLException notSent();

	static ProductFaults postgres() {
		return new PostgresFaults();
	}

	static ProductFaults mariaDb() {
		return new MariaDbFaults();
	}

	static ProductFaults h2() {
		return new H2Faults();
	}

	static ProductFaults sqlite() {
		return new SqliteFaults();
	}

}
