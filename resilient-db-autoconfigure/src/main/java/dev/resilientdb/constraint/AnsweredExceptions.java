package dev.resilientdb.constraint;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Which exceptions may be answered on behalf of the application: those of data access and
 * transactions, also in the envelopes of threads and proxies. An exception of the
 * application's own keeps its meaning, whatever its cause is.
 */
final class AnsweredExceptions {

	// Far beyond real chains
	private static final int DEPTH = 64;

	// Classes of libraries that may be absent, or of a room above this one
	private static final Set<String> PERSISTENCE = Set.of("jakarta.persistence.PersistenceException");

	private static final Set<String> ENVELOPES = Set.of("reactor.core.Exceptions$ReactiveException");

	private static final Set<String> UNDECIDED = Set.of("dev.resilientdb.retry.CommitOutcomeUnknownException");

	private AnsweredExceptions() {
	}

	/**
	 * The exception to answer.
	 * @return null when this is not for us to answer
	 */
	static @Nullable Throwable find(Throwable thrown) {
		Throwable next = thrown;
		for (int i = 0; i < DEPTH && next != null && isEnvelope(next); i++) {
			next = next.getCause();
		}
		return (next != null && isPersistence(next) && !hasStatus(next) && !isUndecided(next)) ? next : null;
	}

	private static boolean isEnvelope(Throwable throwable) {
		return throwable.getClass() == CompletionException.class || throwable.getClass() == ExecutionException.class
				|| throwable instanceof UndeclaredThrowableException || throwable instanceof InvocationTargetException
				|| isOneOf(ENVELOPES, throwable);
	}

	private static boolean isPersistence(Throwable throwable) {
		return throwable instanceof DataAccessException || throwable instanceof TransactionException
				|| throwable instanceof SQLException || isOneOf(PERSISTENCE, throwable);
	}

	private static boolean hasStatus(Throwable throwable) {
		return throwable instanceof ErrorResponse
				|| AnnotatedElementUtils.hasAnnotation(throwable.getClass(), ResponseStatus.class);
	}

	/**
	 * Whether nobody knows if the transaction was committed: then no violation explains
	 * what became of it.
	 */
	private static boolean isUndecided(Throwable throwable) {
		return Causes.of(throwable).stream().anyMatch((cause) -> isOneOf(UNDECIDED, cause));
	}

	private static boolean isOneOf(Set<String> names, Throwable throwable) {
		for (Class<?> type = throwable.getClass(); type != null; type = type.getSuperclass()) {
			if (names.contains(type.getName())) {
				return true;
			}
		}
		return false;
	}

}
