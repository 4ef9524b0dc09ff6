package dev.resilientdb.constraint;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.resilientdb.constraint.ConstraintViolation.Kind;
import dev.resilientdb.constraint.ObservedViolation.Course;

/**
 * Remembers the last statements of the thread's running transaction, and weakly those of
 * the one that was just rolled back: a failed flush is known when its transaction is
 * over. A commit, or the next transaction's first statement, clears the thread.
 */
final class StatementMemory implements Races {

	private final EntityAttributes entities;

	@SuppressWarnings("ThreadLocalUsage") // one per application context, like all state
	private final ThreadLocal<@Nullable Reference<List<TransactionStatements>>> rolledBack = new ThreadLocal<>();

	StatementMemory(EntityAttributes entities) {
		this.entities = entities;
	}

	/**
	 * Remembers a statement, if a transaction runs.
	 * @param source the persistence unit that it belongs to
	 */
	void add(Object source, String statement) {
		TransactionStatements statements = running();
		if (statements == null) {
			statements = begin();
		}
		if (statements != null) {
			statements.add(source, statement);
		}
	}

	@Override
	public Course course(ConstraintViolation violation) {
		String table = violation.table();
		// Entities are loaded by their identifiers all the time, and others than those
		// that are inserted
		boolean known = violation.kind() == Kind.UNIQUE && table != null && !violation.columns().isEmpty()
				&& !this.entities.identify(table, violation.columns());
		return (known && table != null && isSought(new KeyLookup(table, violation.columns()))) ? Course.RACE
				: Course.UNKNOWN;
	}

	private boolean isSought(KeyLookup key) {
		TransactionStatements statements = running();
		return (statements != null && (statements.lookedBeforeWriting(key) || statements.lookedOnly(key)))
				|| wasSought(key);
	}

	// Explains one violation: what comes next without a statement of Hibernate is
	// another's
	private boolean wasSought(KeyLookup key) {
		boolean sought = rolledBack().stream().anyMatch((ended) -> ended.lookedBeforeWriting(key));
		if (sought) {
			this.rolledBack.remove();
		}
		return sought;
	}

	private @Nullable TransactionStatements running() {
		return (TransactionStatements) TransactionSynchronizationManager.getResource(this);
	}

	private @Nullable TransactionStatements begin() {
		if (!TransactionSynchronizationManager.isActualTransactionActive()
				|| !TransactionSynchronizationManager.isSynchronizationActive()) {
			return null;
		}
		this.rolledBack.remove();
		TransactionStatements statements = new TransactionStatements();
		TransactionSynchronizationManager.bindResource(this, statements);
		TransactionSynchronizationManager.registerSynchronization(new Lifetime(this, statements));
		return statements;
	}

	private void end(TransactionStatements statements, int status) {
		TransactionSynchronizationManager.unbindResourceIfPossible(this);
		if (status == TransactionSynchronization.STATUS_COMMITTED) {
			this.rolledBack.remove();
			return;
		}
		List<TransactionStatements> ended = new ArrayList<>(rolledBack());
		ended.add(statements);
		this.rolledBack.set(new WeakReference<>(ended));
	}

	private List<TransactionStatements> rolledBack() {
		Reference<List<TransactionStatements>> reference = this.rolledBack.get();
		List<TransactionStatements> ended = (reference != null) ? reference.get() : null;
		return (ended != null) ? ended : List.of();
	}

	private record Lifetime(StatementMemory memory,
			TransactionStatements statements) implements TransactionSynchronization, Ordered {

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

		@Override
		public void suspend() {
			TransactionSynchronizationManager.unbindResourceIfPossible(this.memory);
		}

		@Override
		public void resume() {
			TransactionSynchronizationManager.bindResource(this.memory, this.statements);
		}

		@Override
		public void afterCompletion(int status) {
			this.memory.end(this.statements, status);
		}

	}

}
