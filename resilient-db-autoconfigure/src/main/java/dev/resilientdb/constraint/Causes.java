package dev.resilientdb.constraint;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionSystemException;

/**
 * What an exception is about: itself, what a failed rollback hides, its causes and
 * chained SQL exceptions. Suppressed ones are about something else, such as an earlier
 * attempt.
 */
final class Causes {

	// Far beyond real chains; a batch may chain one exception per row
	private static final int LIMIT = 256;

	private Causes() {
	}

	static List<Throwable> of(Throwable thrown) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		List<Throwable> causes = new ArrayList<>();
		List<Throwable> pending = new ArrayList<>(List.of(thrown));
		while (!pending.isEmpty() && causes.size() < LIMIT) {
			Throwable next = pending.remove(pending.size() - 1);
			if (seen.add(next)) {
				causes.add(next);
				push((next instanceof SQLException ex) ? ex.getNextException() : null, pending);
				push(next.getCause(), pending);
				push((next instanceof TransactionSystemException ex) ? ex.getApplicationException() : null, pending);
			}
		}
		return causes;
	}

	private static void push(@Nullable Throwable throwable, List<Throwable> pending) {
		if (throwable != null) {
			pending.add(throwable);
		}
	}

}
