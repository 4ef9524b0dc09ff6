package dev.resilientdb.contention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import dev.resilientdb.failure.FailureEvent;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.failure.FailureListener;

/**
 * Counts deadlocks as {@code resilientdb.deadlocks}.
 */
final class DeadlockMetrics implements FailureListener {

	private final MeterRegistry registry;

	DeadlockMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onFailure(FailureEvent event) {
		if (event.failure().kind() == FailureKind.DEADLOCK) {
			Counter.builder("resilientdb.deadlocks")
				.description("Transactions that the database sacrificed to end a deadlock.")
				.tag("datasource", event.dataSource())
				.register(this.registry)
				.increment();
		}
	}

}
