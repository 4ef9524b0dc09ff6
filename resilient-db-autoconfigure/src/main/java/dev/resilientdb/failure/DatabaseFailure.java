package dev.resilientdb.failure;

import org.jspecify.annotations.Nullable;

/**
 * What a database reported, reduced to codes: it holds no message, SQL or row values of
 * its own.
 *
 * @param kind what happened
 * @param product the product that reported it, {@code "unknown"} when it cannot be told
 * @param sqlState the SQLState, null when the driver gave none
 * @param vendorCode the product's own code, 0 when the driver gave none
 * @param cause the exception that the answer is based on
 * @param rollback what the server had undone when it reported the failure
 */
public record DatabaseFailure(FailureKind kind, String product, @Nullable String sqlState, int vendorCode,
		Throwable cause, Rollback rollback) {

	/**
	 * Creates a failure of which nobody knows what the server had undone: enough for
	 * whatever fails before COMMIT.
	 */
	public DatabaseFailure(FailureKind kind, String product, @Nullable String sqlState, int vendorCode,
			Throwable cause) {
		this(kind, product, sqlState, vendorCode, cause, Rollback.UNKNOWN);
	}

	/**
	 * The {@link #product()} of a failure whose database cannot be told.
	 */
	public static final String UNKNOWN_PRODUCT = "unknown";

	/**
	 * How bad it is for the application as a whole.
	 */
	public Severity severity() {
		return this.kind.severity();
	}

	/**
	 * What usually cures it.
	 */
	public RecoveryAction recovery() {
		return this.kind.recovery();
	}

	/**
	 * The codes alone, such as {@code DEADLOCK (PostgreSQL 40P01)}: safe to log.
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.kind.name()).append(" (").append(this.product);
		if (this.sqlState != null) {
			text.append(' ').append(this.sqlState);
		}
		if (this.vendorCode != 0) {
			text.append(" code ").append(this.vendorCode);
		}
		return text.append(')').toString();
	}

}
