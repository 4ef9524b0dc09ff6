package dev.resilientdb.retry;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import dev.resilientdb.failure.FailureKind;

/**
 * Meters a method's calls with Micrometer.
 */
final class MicrometerRetryMeters implements RetryMeters {

	private final MeterRegistry registry;

	private final String method;

	private final Map<CallOutcome, Counter> calls = new EnumMap<>(CallOutcome.class);

	private final Timer recovery;

	MicrometerRetryMeters(MeterRegistry registry, String method) {
		this.registry = registry;
		this.method = method;
		for (CallOutcome outcome : CallOutcome.values()) {
			this.calls.put(outcome,
					Counter.builder("resilientdb.retry.calls")
						.description("Calls of retried methods by outcome.")
						.tag("method", method)
						.tag("outcome", outcome.tag())
						.register(registry));
		}
		this.recovery = Timer.builder("resilientdb.retry.recovery")
			.description("Time from the start of a call to its success after retries.")
			.tag("method", method)
			.register(registry);
	}

	@Override
	public void call(CallOutcome outcome) {
		Counter counter = this.calls.get(outcome);
		if (counter != null) {
			counter.increment();
		}
	}

	@Override
	public void failedAttempt(FailureKind kind) {
		Counter.builder("resilientdb.retry.attempts")
			.description("Attempts that a database failure ended.")
			.tag("method", this.method)
			.tag("kind", kind.name())
			.register(this.registry)
			.increment();
	}

	@Override
	public void recovery(Duration duration) {
		this.recovery.record(duration);
	}

}
