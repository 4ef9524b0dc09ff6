package dev.resilientdb.test;

import java.lang.reflect.UndeclaredThrowableException;

/**
 * One way in which applications run SQL in transactions.
 */
@FunctionalInterface
public interface SqlTransactions {

	/**
	 * The isolation level that the database has by default.
	 */
	int DEFAULT_ISOLATION = -1;

	/**
	 * Runs the work in a transaction of its own and commits it.
	 * @param isolation a level of {@link java.sql.Connection} or
	 * {@link #DEFAULT_ISOLATION}
	 * @throws Exception what the work or the commit threw, as this way of access reports
	 * it
	 */
	void run(int isolation, Work work) throws Exception;

	/**
	 * Runs the work at the default isolation level.
	 */
	default void run(Work work) throws Exception {
		run(DEFAULT_ISOLATION, work);
	}

	/**
	 * What happens inside a transaction.
	 */
	@FunctionalInterface
	interface Work {

		void run(Sql sql) throws Exception;

		/**
		 * For callbacks that may not throw: runtime exceptions pass unchanged.
		 */
		default void runUnchecked(Sql sql) {
			try {
				run(sql);
			}
			catch (RuntimeException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new UndeclaredThrowableException(ex);
			}
		}

	}

	/**
	 * Statements of the current transaction.
	 */
	interface Sql {

		/**
		 * Executes an update or a command.
		 */
		void update(String statement) throws Exception;

		/**
		 * Answers the first column of the first row.
		 */
		Object query(String query) throws Exception;

	}

}
