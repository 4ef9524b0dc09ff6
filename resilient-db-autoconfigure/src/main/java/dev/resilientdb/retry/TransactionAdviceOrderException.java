package dev.resilientdb.retry;

/**
 * The transaction advice claims the outermost place, which the retry advice needs.
 */
final class TransactionAdviceOrderException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	TransactionAdviceOrderException() {
		super("The transaction advice has the highest precedence, so that nothing can stand around it and"
				+ " no transaction could be repeated.");
	}

}
