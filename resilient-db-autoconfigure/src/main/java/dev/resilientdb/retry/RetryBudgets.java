package dev.resilientdb.retry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The retry budgets: one for conflicts and one for lost connections per data source, so
 * that an outage does not use up what conflicts need. Safe for use by several threads.
 */
final class RetryBudgets {

	private static final Logger logger = LoggerFactory.getLogger(RetryBudgets.class);

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
		bind(key, budget);
		return budget;
	}

	// Done between two attempts: a filter or registry that refuses the meter must not
	// replace the failure of the call
	private void bind(Key key, RetryBudget budget) {
		try {
			this.meters.bind(key.dataSource(), key.purpose(), budget);
		}
		catch (Throwable ex) {
			logger.warn("Retry budget of data source '{}' cannot be metered: {}", key.dataSource(),
					ex.getClass().getName());
			logger.debug("Retry budget cannot be metered", ex);
		}
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
