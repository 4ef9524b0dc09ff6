package dev.resilientdb.retry;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.FailureKind;

/**
 * A call that may run again: what its declaration says, where its transactions go, and
 * what is counted for it.
 */
final class RetryOperation {

	private final Declaration declaration;

	private final Joining joining;

	private final Supplier<ManagedTransactions> transactions;

	private final Supplier<MethodStatistics> statistics;

	RetryOperation(Declaration declaration, Joining joining, Supplier<ManagedTransactions> transactions,
			Supplier<MethodStatistics> statistics) {
		this.declaration = declaration;
		this.joining = joining;
		this.transactions = transactions;
		this.statistics = statistics;
	}

	String name() {
		return this.declaration.name();
	}

	Declaration declaration() {
		return this.declaration;
	}

	/**
	 * Whether each call begins a transaction of its own, even inside another
	 * ({@code REQUIRES_NEW}).
	 */
	boolean alwaysNew() {
		return this.joining == Joining.ALWAYS_NEW;
	}

	ManagedTransactions transactions() {
		return this.transactions.get();
	}

	MethodStatistics statistics() {
		return this.statistics.get();
	}

	/**
	 * What an annotation or a template says. Null and zero stand for the properties.
	 *
	 * @param name name in logs, metrics and endpoints
	 * @param maxAttempts total number of calls
	 * @param waits how long to wait and when to give up
	 * @param kinds which kinds to retry in addition and which not
	 * @param repetition whether running twice does harm
	 */
	record Declaration(String name, int maxAttempts, Waits waits, Kinds kinds, Repetition repetition) {

		static Declaration ofDefaults(String name) {
			return new Declaration(name, 0, new Waits(null, null, null), new Kinds(Set.of(), Set.of()),
					Repetition.HARMFUL);
		}

	}

	/**
	 * How long to wait and when to give up.
	 */
	record Waits(@Nullable Duration delay, @Nullable Duration maxDelay, @Nullable Duration deadline) {
	}

	/**
	 * Which kinds to retry in addition and which not.
	 */
	record Kinds(Set<FailureKind> alsoOn, Set<FailureKind> notOn) {
	}

	/**
	 * What a call does inside a running transaction.
	 */
	enum Joining {

		JOINS, ALWAYS_NEW

	}

	/**
	 * Whether running twice does harm.
	 */
	enum Repetition {

		HARMFUL, IDEMPOTENT

	}

}
