package dev.resilientdb.retry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The retry budgets: one for conflicts and one for lost connections per data source, so
 * that an outage does not use up what conflicts need. Safe for use by several threads.
 */
final class RetryBudgets {

	private final Map<Key, RetryBudget> budgets = new ConcurrentHashMap<>();

	private final RetrySettings settings;

	private final RetryStatistics statistics;

	private final BudgetMeters meters;

	RetryBudgets(RetrySettings settings, RetryStatistics statistics, BudgetMeters meters) {
		this.settings = settings;
		this.statistics = statistics;
		this.meters = meters;
	}

	RetryBudget of(String dataSource, Purpose purpose) {
		return this.budgets.computeIfAbsent(new Key(dataSource, purpose), this::create);
	}

	private RetryBudget create(Key key) {
		RetryBudget budget = new RetryBudget(this.settings, () -> this.statistics.successes(key.dataSource()),
				System::nanoTime);
		this.meters.bind(key.dataSource(), key.purpose(), budget);
		return budget;
	}

	/**
	 * What a budget is for.
	 */
	enum Purpose {

		CONFLICT, CONNECTION

	}

	/**
	 * Makes the meter of a budget.
	 */
	@FunctionalInterface
	interface BudgetMeters {

		void bind(String dataSource, Purpose purpose, RetryBudget budget);

	}

	private record Key(String dataSource, Purpose purpose) {
	}

}
