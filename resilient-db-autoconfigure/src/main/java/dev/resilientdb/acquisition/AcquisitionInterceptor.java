package dev.resilientdb.acquisition;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.transaction.TransactionExecution;

/**
 * Stands around each acquisition of a connection from one data source, in the thread that
 * acquires. Called by many threads at once and on the hot path: it must not wait.
 */
public interface AcquisitionInterceptor {

	/**
	 * Takes a connection from the source, or refuses to.
	 * @return the source's connection itself, never one around it
	 * @throws SQLException what the source threw, or a refusal
	 */
	Connection acquire(ConnectionSource source) throws SQLException;

	/**
	 * Called before a transaction on the data source begins and takes its connection. An
	 * exception keeps it from beginning and reaches the caller unchanged.
	 */
	default void beforeBegin(TransactionExecution transaction) {
	}

	/**
	 * Called when a transaction on the data source could not begin, or has ended and
	 * given its connection back.
	 */
	default void afterEnd(TransactionExecution transaction) {
	}

}
