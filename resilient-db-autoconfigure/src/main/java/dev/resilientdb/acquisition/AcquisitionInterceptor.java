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
	 * Called before a transaction begins and takes a connection of the data source, not
	 * where connections are fetched lazily. An exception keeps it from beginning and
	 * reaches the caller unchanged.
	 */
	default void beforeBegin(TransactionExecution transaction) {
	}

	/**
	 * Called when such a transaction could not begin, or when it has committed or rolled
	 * back and is about to give its connection back; twice when a commit fails and is
	 * rolled back.
	 */
	default void afterEnd(TransactionExecution transaction) {
	}

}
