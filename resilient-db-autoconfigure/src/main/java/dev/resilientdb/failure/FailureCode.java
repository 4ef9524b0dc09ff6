package dev.resilientdb.failure;

/**
 * One row of a product's failure table.
 *
 * @param code the SQLState, vendor code or driver's token as the vendor documents it
 * @param kind what it means
 * @param rollback what the server has undone when it reports this code
 * @param rank whether the code tells the cause or follows from an earlier failure
 */
public record FailureCode(String code, FailureKind kind, Rollback rollback, Rank rank) {

	/**
	 * Creates a row that tells a cause.
	 */
	public FailureCode(String code, FailureKind kind, Rollback rollback) {
		this(code, kind, rollback, Rank.CAUSE);
	}

	/**
	 * Whether a code tells what went wrong or that something went wrong before.
	 */
	public enum Rank {

		/**
		 * Tells what went wrong.
		 */
		CAUSE,

		/**
		 * Follows from an earlier failure of the same transaction, which says more.
		 */
		CONSEQUENCE

	}

}
