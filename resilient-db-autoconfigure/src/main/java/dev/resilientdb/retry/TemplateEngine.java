package dev.resilientdb.retry;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.transaction.PlatformTransactionManager;

import dev.resilientdb.retry.RetryOperation.Declaration;
import dev.resilientdb.retry.RetryOperation.Joining;

/**
 * What all copies of a template share.
 */
final class TemplateEngine {

	private final Attempts attempts;

	private final RetryEngine engine;

	private final TransactionManagers managers;

	private final RetryStatistics statistics;

	private final Supplier<@Nullable PlatformTransactionManager> defaultManager;

	TemplateEngine(Attempts attempts, RetryEngine engine, TransactionManagers managers, RetryStatistics statistics,
			Supplier<@Nullable PlatformTransactionManager> defaultManager) {
		this.attempts = attempts;
		this.engine = engine;
		this.managers = managers;
		this.statistics = statistics;
		this.defaultManager = defaultManager;
	}

	PlatformTransactionManager manager(@Nullable PlatformTransactionManager chosen) {
		PlatformTransactionManager manager = (chosen != null) ? chosen : this.defaultManager.get();
		if (manager == null) {
			throw new IllegalStateException(
					"DeadlockRetryTemplate finds no transaction manager, or several of which none"
							+ " is primary. Choose one with withTransactionManager, or mark one with @Primary.");
		}
		return manager;
	}

	RetryOperation operation(Declaration declaration, PlatformTransactionManager manager) {
		ManagedTransactions transactions = this.managers.observe(manager);
		MethodStatistics method = this.statistics.method(declaration.name(), transactions.dataSource());
		return new RetryOperation(declaration, Joining.JOINS, () -> transactions, () -> method);
	}

	@Nullable Object execute(RetryOperation operation, TransactionalCall call) throws Throwable {
		return this.engine.execute(operation, new TemplateCall(this.attempts, call));
	}

	private record TemplateCall(Attempts attempts, TransactionalCall call) implements RetriableCall {

		@Override
		public @Nullable Object attempt() throws Throwable {
			return this.call.proceed();
		}

		@Override
		public @Nullable Object passThrough() throws Throwable {
			try {
				return this.call.proceed();
			}
			catch (Throwable ex) {
				this.attempts.failedInside(ex);
				throw ex;
			}
		}

	}

}
