package dev.resilientdb.failure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts failures as {@code resilientdb.failures}.
 */
final class FailureMetrics implements FailureListener {

	private final MeterRegistry registry;

	FailureMetrics(MeterRegistry registry) {
		this.registry = registry;
	}

	@Override
	public void onFailure(FailureEvent event) {
		Counter.builder("resilientdb.failures")
			.description("Failures that reached a transaction boundary.")
			.tag("datasource", event.dataSource())
			.tag("kind", event.failure().kind().name())
			.tag("severity", event.failure().severity().name())
			.register(this.registry)
			.increment();
	}

}
