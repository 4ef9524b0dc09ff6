package dev.resilientdb.retry;

import io.micrometer.observation.Observation;
import io.micrometer.observation.Observation.Scope;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseFailure;

/**
 * Makes attempts Micrometer observations, so that traces show them. What an attempt threw
 * stays out: its message may hold values of rows.
 */
final class AttemptObserver {

	private static final Logger logger = LoggerFactory.getLogger(AttemptObserver.class);

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
		if (attempt.number() < this.firstObserved) {
			return call.attempt();
		}
		Scope around = this.registry.getCurrentObservationScope();
		Scope scope = open(operation.name(), attempt);
		try {
			Object result = call.attempt();
			close(scope, "succeeded");
			return result;
		}
		catch (Throwable ex) {
			close(scope, "failed");
			throw ex;
		}
		finally {
			// A handler that fails keeps the scope in its thread
			this.registry.setCurrentObservationScope(around);
		}
	}

	// Handlers are foreign code: what they throw must not replace what became of the
	// attempt, which may have committed
	private Scope open(String method, Attempt attempt) {
		try {
			return start(method, attempt.number(), attempt.previousFailure()).openScope();
		}
		catch (Throwable ex) {
			warn(ex);
			return Scope.NOOP;
		}
	}

	private static void close(Scope scope, String outcome) {
		Observation observation = scope.getCurrentObservation();
		try (scope) {
			observation.lowCardinalityKeyValue("outcome", outcome);
		}
		catch (Throwable ex) {
			warn(ex);
		}
		try {
			observation.stop();
		}
		catch (Throwable ex) {
			warn(ex);
		}
	}

	private static void warn(Throwable ex) {
		logger.warn("Observation of an attempt failed with {}", ex.getClass().getName());
		logger.debug("Observation of an attempt failed", ex);
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
