package dev.resilientdb.retry;

import org.springframework.transaction.TransactionException;

/**
 * The connection failed while COMMIT was in progress: the transaction may have committed
 * or not, and was not run again. The cause is what the transaction manager threw. Find
 * out by reading the data, or declare the method {@linkplain DeadlockRetry#idempotent()
 * idempotent}.
 */
public class CommitOutcomeUnknownException extends TransactionException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception for the named call.
	 */
	public CommitOutcomeUnknownException(String message, Throwable cause) {
		super(message, cause);
	}

}
