package dev.resilientdb.failure;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * SQLStates that mean the same on every product (ISO/IEC 9075-2, table "SQLSTATE class
 * and subclass values"), for products without a dialect and codes without a row.
 */
final class SqlStates {

	private static final Map<String, FailureKind> STATES = Map.ofEntries(
			Map.entry("08001", FailureKind.CONNECTION_REFUSED), Map.entry("08004", FailureKind.CONNECTION_REFUSED),
			Map.entry("08007", FailureKind.OUTCOME_UNKNOWN), Map.entry("22001", FailureKind.VALUE_TOO_LONG),
			Map.entry("22003", FailureKind.VALUE_OUT_OF_RANGE), Map.entry("23502", FailureKind.NOT_NULL_VIOLATION),
			Map.entry("23503", FailureKind.FOREIGN_KEY_VIOLATION), Map.entry("23505", FailureKind.UNIQUE_VIOLATION),
			Map.entry("25006", FailureKind.READ_ONLY), Map.entry("40001", FailureKind.SERIALIZATION_FAILURE),
			Map.entry("40002", FailureKind.CHECK_VIOLATION), Map.entry("40003", FailureKind.OUTCOME_UNKNOWN),
			// PostgreSQL's own, used by nobody else
			Map.entry("40P01", FailureKind.DEADLOCK));

	private static final Map<String, FailureKind> CLASSES = Map.of("08", FailureKind.CONNECTION_LOST, "0A",
			FailureKind.UNSUPPORTED, "22", FailureKind.INVALID_VALUE, "23", FailureKind.CHECK_VIOLATION, "28",
			FailureKind.AUTHENTICATION, "42", FailureKind.SYNTAX);

	private SqlStates() {
	}

	/**
	 * What the server has undone, as far as the class of the state tells.
	 */
	static Rollback rollback(@Nullable String sqlState) {
		String stateClass = (sqlState != null && sqlState.length() >= 2) ? sqlState.substring(0, 2) : "";
		return switch (stateClass) {
			case "40" -> "40003".equals(sqlState) ? Rollback.UNKNOWN : Rollback.TRANSACTION;
			case "08" -> "08007".equals(sqlState) ? Rollback.UNKNOWN : Rollback.SESSION;
			case "0A", "22", "23", "42" -> Rollback.STATEMENT;
			default -> Rollback.UNKNOWN;
		};
	}

	static @Nullable FailureKind kind(@Nullable String sqlState) {
		if (sqlState == null || sqlState.length() < 2) {
			return null;
		}
		FailureKind kind = STATES.get(sqlState);
		return (kind != null) ? kind : CLASSES.get(sqlState.substring(0, 2));
	}

}
