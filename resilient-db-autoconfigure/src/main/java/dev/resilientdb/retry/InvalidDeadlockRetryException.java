package dev.resilientdb.retry;

/**
 * A {@link DeadlockRetry} annotation that cannot be obeyed.
 */
final class InvalidDeadlockRetryException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	private final String method;

	InvalidDeadlockRetryException(String method, String problem) {
		super("@DeadlockRetry on " + method + ": " + problem);
		this.method = method;
	}

	String method() {
		return this.method;
	}

}
