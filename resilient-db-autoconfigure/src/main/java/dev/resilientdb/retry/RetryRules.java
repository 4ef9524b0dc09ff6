package dev.resilientdb.retry;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseFailure;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.retry.RetryBudgets.Purpose;
import dev.resilientdb.retry.RetryOperation.Declaration;

/**
 * Which failures are worth another attempt, how many and how soon: what a call declares
 * over what the properties say.
 */
final class RetryRules {

	static final Set<FailureKind> DEFAULT_KINDS = Collections.unmodifiableSet(EnumSet.of(FailureKind.DEADLOCK,
			FailureKind.SERIALIZATION_FAILURE, FailureKind.FAILED_OVER, FailureKind.CONNECTION_LOST,
			// PostgreSQL says so to each single session that somebody ends
			FailureKind.SERVER_SHUTDOWN));

	private static final Set<FailureKind> CONNECTION_KINDS = EnumSet.of(FailureKind.CONNECTION_LOST,
			FailureKind.CONNECTION_REFUSED, FailureKind.SERVER_STARTING, FailureKind.SERVER_SHUTDOWN,
			FailureKind.OUTCOME_UNKNOWN);

	private final RetrySettings settings;

	private final RetryBudgets budgets;

	private final Map<String, Set<FailureKind>> ordinaryConflicts;

	RetryRules(RetrySettings settings, RetryBudgets budgets, Map<String, Set<FailureKind>> ordinaryConflicts) {
		this.settings = settings;
		this.budgets = budgets;
		this.ordinaryConflicts = Map.copyOf(ordinaryConflicts);
	}

	boolean retries(DatabaseFailure failure, Declaration declaration) {
		FailureKind kind = failure.kind();
		if (!this.settings.current().enabled() || declaration.kinds().notOn().contains(kind)) {
			return false;
		}
		return declaration.kinds().alsoOn().contains(kind) || retriesByDefault(failure);
	}

	private boolean retriesByDefault(DatabaseFailure failure) {
		Set<FailureKind> configured = this.settings.current().on();
		if (configured != null) {
			return configured.contains(failure.kind());
		}
		return DEFAULT_KINDS.contains(failure.kind())
				|| this.ordinaryConflicts.getOrDefault(failure.product(), Set.of()).contains(failure.kind());
	}

	int maxAttempts(Declaration declaration) {
		return (declaration.maxAttempts() > 0) ? declaration.maxAttempts() : this.settings.current().maxAttempts();
	}

	/**
	 * How many of the attempts may lose their connection.
	 */
	int maxLosses() {
		return this.settings.current().connection().maxAttempts();
	}

	boolean isLoss(FailureKind kind) {
		return CONNECTION_KINDS.contains(kind);
	}

	Duration delay(FailureKind kind, Declaration declaration) {
		RetryProperties properties = this.settings.current();
		return CONNECTION_KINDS.contains(kind) ? properties.connection().delay()
				: declared(declaration.waits().delay(), properties.delay());
	}

	Duration maxDelay(FailureKind kind, Declaration declaration) {
		RetryProperties properties = this.settings.current();
		return CONNECTION_KINDS.contains(kind) ? properties.connection().maxDelay()
				: declared(declaration.waits().maxDelay(), properties.maxDelay());
	}

	Duration deadline(Declaration declaration) {
		return declared(declaration.waits().deadline(), this.settings.current().deadline());
	}

	LoadedEntities loadedEntities() {
		return this.settings.current().loadedEntities();
	}

	InsideTransaction insideTransaction() {
		return this.settings.current().insideTransaction();
	}

	/**
	 * Spends one retry of the data source's budget.
	 * @return whether the budget allows it
	 */
	boolean spend(FailureKind kind, String dataSource) {
		Purpose purpose = CONNECTION_KINDS.contains(kind) ? Purpose.CONNECTION : Purpose.CONFLICT;
		return this.budgets.of(dataSource, purpose).spend();
	}

	private static Duration declared(@Nullable Duration declared, Duration configured) {
		return (declared != null) ? declared : configured;
	}

}
