package dev.resilientdb.failure;

import static dev.resilientdb.failure.RecoveryAction.BREAK_CIRCUIT;
import static dev.resilientdb.failure.RecoveryAction.DEGRADE;
import static dev.resilientdb.failure.RecoveryAction.FAIL_OVER;
import static dev.resilientdb.failure.RecoveryAction.FIX_INPUT;
import static dev.resilientdb.failure.RecoveryAction.MANUAL;
import static dev.resilientdb.failure.RecoveryAction.RECONNECT;
import static dev.resilientdb.failure.RecoveryAction.RETRY;
import static dev.resilientdb.failure.Severity.CRITICAL;
import static dev.resilientdb.failure.Severity.HIGH;
import static dev.resilientdb.failure.Severity.LOW;
import static dev.resilientdb.failure.Severity.MEDIUM;

/**
 * The kinds of failure a database reports, the same for every product.
 */
public enum FailureKind {

	DEADLOCK(MEDIUM, RETRY),

	SERIALIZATION_FAILURE(MEDIUM, RETRY),

	LOCK_TIMEOUT(MEDIUM, RETRY),

	OPTIMISTIC_LOCK(LOW, RETRY),

	STATEMENT_TIMEOUT(MEDIUM, DEGRADE),

	TRANSACTION_TIMEOUT(MEDIUM, DEGRADE),

	CANCELLED(LOW, MANUAL),

	CONNECTION_LOST(HIGH, RECONNECT),

	CONNECTION_REFUSED(CRITICAL, BREAK_CIRCUIT),

	SERVER_STARTING(HIGH, RECONNECT),

	SERVER_SHUTDOWN(HIGH, RECONNECT),

	FAILED_OVER(HIGH, RETRY),

	READ_ONLY(HIGH, FAIL_OVER),

	TOO_MANY_CONNECTIONS(HIGH, BREAK_CIRCUIT),

	POOL_EXHAUSTED(HIGH, DEGRADE),

	THROTTLED(HIGH, DEGRADE),

	AUTHENTICATION(CRITICAL, MANUAL),

	PERMISSION(HIGH, MANUAL),

	DISK_FULL(CRITICAL, MANUAL),

	OUT_OF_MEMORY(CRITICAL, BREAK_CIRCUIT),

	CORRUPTION(CRITICAL, MANUAL),

	IO_ERROR(CRITICAL, BREAK_CIRCUIT),

	OUTCOME_UNKNOWN(CRITICAL, MANUAL),

	UNIQUE_VIOLATION(LOW, FIX_INPUT),

	FOREIGN_KEY_VIOLATION(LOW, FIX_INPUT),

	NOT_NULL_VIOLATION(LOW, FIX_INPUT),

	CHECK_VIOLATION(LOW, FIX_INPUT),

	EXCLUSION_VIOLATION(LOW, FIX_INPUT),

	VALUE_TOO_LONG(LOW, FIX_INPUT),

	VALUE_OUT_OF_RANGE(LOW, FIX_INPUT),

	INVALID_VALUE(LOW, FIX_INPUT),

	SYNTAX(HIGH, MANUAL),

	MISSING_OBJECT(HIGH, MANUAL),

	DUPLICATE_OBJECT(MEDIUM, MANUAL),

	UNSUPPORTED(MEDIUM, MANUAL),

	INTERNAL(HIGH, MANUAL),

	UNKNOWN(MEDIUM, MANUAL);

	private final Severity severity;

	private final RecoveryAction recovery;

	FailureKind(Severity severity, RecoveryAction recovery) {
		this.severity = severity;
		this.recovery = recovery;
	}

	/**
	 * How bad this kind of failure is for the application as a whole.
	 */
	public Severity severity() {
		return this.severity;
	}

	/**
	 * What usually cures this kind of failure.
	 */
	public RecoveryAction recovery() {
		return this.recovery;
	}

}
