package dev.resilientdb.failure;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.TransactionSystemException;

/**
 * Everything reachable from an exception, each throwable once, in the order in which it
 * should be believed: what a failed rollback hides before the rollback's own failure,
 * then causes, chained SQL exceptions and suppressed ones. A {@link Refusal} is left out
 * with all that only it leads to.
 */
final class ThrowableGraph {

	// Far beyond real chains; a batch may chain one exception per row
	private static final int LIMIT = 256;

	private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

	private final List<Throwable> throwables = new ArrayList<>();

	private final List<SQLException> sqlExceptions = new ArrayList<>();

	ThrowableGraph(Throwable root) {
		List<Throwable> pending = new ArrayList<>(List.of(root));
		while (!pending.isEmpty() && this.throwables.size() < LIMIT) {
			Throwable next = pending.remove(pending.size() - 1);
			if (!(next instanceof Refusal) && this.seen.add(next)) {
				add(next);
				pushNeighbours(next, pending);
			}
		}
	}

	private void add(Throwable throwable) {
		this.throwables.add(throwable);
		if (throwable instanceof SQLException sqlException) {
			this.sqlExceptions.add(sqlException);
		}
	}

	private static void pushNeighbours(Throwable throwable, List<Throwable> pending) {
		Throwable[] suppressed = throwable.getSuppressed();
		for (int i = suppressed.length - 1; i >= 0; i--) {
			pending.add(suppressed[i]);
		}
		if (throwable instanceof SQLException sqlException) {
			push(sqlException.getNextException(), pending);
		}
		push(throwable.getCause(), pending);
		if (throwable instanceof TransactionSystemException masking) {
			push(masking.getApplicationException(), pending);
		}
	}

	private static void push(@Nullable Throwable throwable, List<Throwable> pending) {
		if (throwable != null) {
			pending.add(throwable);
		}
	}

	List<Throwable> throwables() {
		return this.throwables;
	}

	List<SQLException> sqlExceptions() {
		return this.sqlExceptions;
	}

}
