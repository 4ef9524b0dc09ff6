package dev.resilientdb.circuit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Finds the refusal behind an exception that an application did not handle. An exception
 * of the application's own keeps its meaning, whatever its cause is.
 */
final class Unavailability {

	// Far beyond real chains, which may be cyclic
	private static final int LONGEST = 64;

	// Of libraries that may be absent, or of a room that this one does not know
	private static final Set<String> PERSISTENCE = Set.of("jakarta.persistence.PersistenceException",
			"org.hibernate.HibernateException", "reactor.core.Exceptions$ReactiveException");

	private static final Set<String> UNDECIDED = Set.of("dev.resilientdb.retry.CommitOutcomeUnknownException");

	private Unavailability() {
	}

	static @Nullable DatabaseUnavailableException find(Throwable thrown) {
		Throwable next = thrown;
		for (int i = 0; i < LONGEST && next != null && isAround(next); i++) {
			next = next.getCause();
		}
		return (next instanceof DatabaseUnavailableException refusal) ? refusal : null;
	}

	private static boolean isAround(Throwable throwable) {
		if (throwable instanceof DatabaseUnavailableException || isOneOf(UNDECIDED, throwable)) {
			return false;
		}
		return throwable instanceof DataAccessException || throwable instanceof TransactionException
				|| throwable.getClass() == CompletionException.class || throwable.getClass() == ExecutionException.class
				|| throwable instanceof UndeclaredThrowableException || throwable instanceof InvocationTargetException
				|| isOneOf(PERSISTENCE, throwable);
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
