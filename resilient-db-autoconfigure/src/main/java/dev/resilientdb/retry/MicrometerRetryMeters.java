package dev.resilientdb.retry;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.FailureKind;

/**
 * Meters a method's calls with Micrometer.
 */
final class MicrometerRetryMeters implements RetryMeters {

	private static final Logger logger = LoggerFactory.getLogger(MicrometerRetryMeters.class);

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

	// Registered between two attempts: a filter or registry that refuses it must not
	// replace the failure of the call
	@Override
	public void failedAttempt(FailureKind kind) {
		try {
			attempts(kind).increment();
		}
		catch (Throwable ex) {
			logger.warn("Failed attempt of {} cannot be counted: {}", this.method, ex.getClass().getName());
			logger.debug("Failed attempt cannot be counted", ex);
		}
	}

	private Counter attempts(FailureKind kind) {
		return Counter.builder("resilientdb.retry.attempts")
			.description("Attempts that a database failure ended.")
			.tag("method", this.method)
			.tag("kind", kind.name())
			.register(this.registry);
	}

	@Override
	public void recovery(Duration duration) {
		this.recovery.record(duration);
	}

}
