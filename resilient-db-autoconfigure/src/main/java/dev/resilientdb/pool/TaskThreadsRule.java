package dev.resilientdb.pool;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;
import dev.resilientdb.pool.ApplicationFacts.Requests;

/**
 * Scheduled and asynchronous tasks that are as many as the connections leave none for
 * requests. Speaks only of thread counts that the application chose itself.
 */
final class TaskThreadsRule implements SizingRule {

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		Integer size = situation.size();
		if (size == null || situation.facts().requests() == Requests.VIRTUAL_THREADS) {
			return null;
		}
		for (Map.Entry<String, Integer> tasks : new TreeMap<>(situation.facts().tasks()).entrySet()) {
			if (tasks.getValue() >= size) {
				return advice(situation, size, tasks.getKey(), tasks.getValue());
			}
		}
		return null;
	}

	private static Advice advice(PoolSituation situation, int size, String property, int threads) {
		return new Advice("task-threads-take-all-connections", Severity.MEDIUM,
				"Tasks in the background can take all connections.",
				"%s may have %d connections, and %s is %d.".formatted(situation.pool(), size, property, threads),
				"Set %s below %s, or give the tasks a data source of their own.".formatted(property,
						situation.setting("maximum-pool-size")));
	}

}
