package dev.resilientdb.failure;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What framework exceptions mean when no code says more. By name, as the frameworks are
 * optional. Types that merely say "transient" are left out on purpose: they also stand
 * for commits whose outcome is unknown.
 */
final class ExceptionTypes {

	private static final Map<String, FailureKind> KINDS = Map.ofEntries(
			Map.entry("org.springframework.dao.OptimisticLockingFailureException", FailureKind.OPTIMISTIC_LOCK),
			Map.entry("jakarta.persistence.OptimisticLockException", FailureKind.OPTIMISTIC_LOCK),
			Map.entry("org.hibernate.StaleStateException", FailureKind.OPTIMISTIC_LOCK),
			Map.entry("org.springframework.dao.DeadlockLoserDataAccessException", FailureKind.DEADLOCK),
			Map.entry("org.springframework.dao.CannotSerializeTransactionException", FailureKind.SERIALIZATION_FAILURE),
			Map.entry("jakarta.persistence.LockTimeoutException", FailureKind.LOCK_TIMEOUT),
			Map.entry("org.springframework.dao.CannotAcquireLockException", FailureKind.LOCK_TIMEOUT),
			Map.entry("org.springframework.dao.QueryTimeoutException", FailureKind.STATEMENT_TIMEOUT),
			Map.entry("jakarta.persistence.QueryTimeoutException", FailureKind.STATEMENT_TIMEOUT),
			Map.entry("org.springframework.transaction.TransactionTimedOutException", FailureKind.TRANSACTION_TIMEOUT),
			Map.entry("org.springframework.dao.DuplicateKeyException", FailureKind.UNIQUE_VIOLATION),
			Map.entry("org.springframework.jdbc.BadSqlGrammarException", FailureKind.SYNTAX));

	private ExceptionTypes() {
	}

	static @Nullable FailureKind kind(Throwable throwable) {
		Class<?> type = throwable.getClass();
		while (type != null && type != Throwable.class) {
			FailureKind kind = KINDS.get(type.getName());
			if (kind != null) {
				return kind;
			}
			type = type.getSuperclass();
		}
		return null;
	}

}
