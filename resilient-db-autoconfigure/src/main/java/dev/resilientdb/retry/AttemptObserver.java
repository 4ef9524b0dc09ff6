package dev.resilientdb.retry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.DatabaseFailure;

/**
 * Makes attempts Micrometer observations, so that traces show them. What an attempt threw
 * stays out: its message may hold values of rows.
 */
final class AttemptObserver {

	private static final String NAME = "resilientdb.retry.attempt";

	private static final int NEVER = Integer.MAX_VALUE;

	private final ObservationRegistry registry;

	private final int firstObserved;

	AttemptObserver(ObservationRegistry registry, RetryObservations observed) {
		this.registry = registry;
		this.firstObserved = registry.isNoop() ? NEVER : switch (observed) {
			case OFF -> NEVER;
			case RETRIES -> 2;
			case ATTEMPTS -> 1;
		};
	}

	@Nullable Object observe(RetryOperation operation, Attempt attempt, RetriableCall call) throws Throwable {
		int number = attempt.number();
		if (number < this.firstObserved) {
			return call.attempt();
		}
		Observation observation = start(operation.name(), number, attempt.previousFailure());
		Observation.Scope scope = observation.openScope();
		String outcome = "failed";
		try {
			Object result = call.attempt();
			outcome = "succeeded";
			return result;
		}
		finally {
			scope.close();
			observation.lowCardinalityKeyValue("outcome", outcome).stop();
		}
	}

	private Observation start(String method, int number, @Nullable DatabaseFailure previous) {
		return Observation.createNotStarted(NAME, this.registry)
			.contextualName("attempt " + number)
			.lowCardinalityKeyValue("method", method)
			.lowCardinalityKeyValue("cause", (previous != null) ? previous.kind().name() : "none")
			.highCardinalityKeyValue("attempt", Integer.toString(number))
			.start();
	}

}
