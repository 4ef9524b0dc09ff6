package dev.resilientdb.retry;

import java.time.Duration;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

import dev.resilientdb.failure.FailureKind;

/**
 * Settings of transaction retry.
 *
 * @param enabled Whether transactions are retried.
 * @param scope Which transactional methods run again after a conflict.
 * @param maxAttempts Total number of calls, the first included.
 * @param delay Upper bound of the random wait before the first retry, doubled for each
 * further one.
 * @param maxDelay Longest wait before a retry.
 * @param deadline Time after which no further attempt begins, from the start of the
 * first.
 * @param on Kinds of failure to retry. By default DEADLOCK, SERIALIZATION_FAILURE,
 * FAILED_OVER, CONNECTION_LOST and SERVER_SHUTDOWN, on SQLite LOCK_TIMEOUT too.
 * @param onInYaml Same as "on": YAML takes an unquoted "on" for the boolean true.
 * @param insideTransaction What a retried method does inside a running transaction.
 * @param loadedEntities What becomes of entities that an open-in-view persistence context
 * held before the call.
 * @param observations Which attempts are observed with Micrometer, and so shown in
 * traces.
 * @param connection Settings for retries after a lost connection.
 * @param budget Bound on the retries of each data source.
 */
@ConfigurationProperties(RetryProperties.PREFIX)
record RetryProperties(@DefaultValue("true") boolean enabled, @DefaultValue("annotated") RetryScope scope,
		@DefaultValue("5") int maxAttempts, @DefaultValue("20ms") Duration delay, @DefaultValue("1s") Duration maxDelay,
		@DefaultValue("15s") Duration deadline, @Nullable Set<FailureKind> on,
		@Name("true") @Nullable Set<FailureKind> onInYaml,
		@DefaultValue("pass-through") InsideTransaction insideTransaction,
		@DefaultValue("keep") LoadedEntities loadedEntities, @DefaultValue("retries") RetryObservations observations,
		@DefaultValue Connection connection, @DefaultValue Budget budget) {

	static final String PREFIX = "resilient-db.retry";

	static final int MAX_ATTEMPTS = 1000;

	static final Duration LONGEST_DELAY = Duration.ofHours(1);

	RetryProperties {
		requireAttempts(PREFIX + ".max-attempts", maxAttempts);
		requireDelay(PREFIX + ".delay", delay);
		requireDelay(PREFIX + ".max-delay", maxDelay);
		requireOrder(PREFIX + ".delay", delay, PREFIX + ".max-delay", maxDelay);
		requirePositive(PREFIX + ".deadline", deadline);
		on = (on != null) ? Set.copyOf(on) : onInYaml;
	}

	static void requireAttempts(String origin, int value) {
		if (value < 1 || value > MAX_ATTEMPTS) {
			throw new IllegalArgumentException(
					origin + " must be between 1 (the call without retries) and " + MAX_ATTEMPTS + " but is " + value);
		}
	}

	static void requireDelay(String origin, Duration value) {
		if (value.isNegative() || value.compareTo(LONGEST_DELAY) > 0) {
			throw new IllegalArgumentException(origin + " must be between 0 and 1h but is " + text(value));
		}
	}

	static void requirePositive(String origin, Duration value) {
		if (value.isNegative() || value.isZero()) {
			throw new IllegalArgumentException(origin + " must be positive but is " + text(value));
		}
	}

	static void requireOrder(String lowerOrigin, Duration lower, String upperOrigin, Duration upper) {
		if (lower.compareTo(upper) > 0) {
			throw new IllegalArgumentException(lowerOrigin + " (" + text(lower) + ") must not be longer than "
					+ upperOrigin + " (" + text(upper) + ")");
		}
	}

	private static String text(Duration value) {
		return value.toMillis() + "ms";
	}

	/**
	 * Settings for retries after a connection was lost before COMMIT.
	 *
	 * @param maxAttempts Number of attempts of a call that may lose their connection.
	 * @param delay Upper bound of the random wait before the first retry, doubled for
	 * each further one.
	 * @param maxDelay Longest wait before a retry.
	 */
	record Connection(@DefaultValue("3") int maxAttempts, @DefaultValue("200ms") Duration delay,
			@DefaultValue("5s") Duration maxDelay) {

		private static final String PREFIX = RetryProperties.PREFIX + ".connection";

		Connection {
			requireAttempts(PREFIX + ".max-attempts", maxAttempts);
			requireDelay(PREFIX + ".delay", delay);
			requireDelay(PREFIX + ".max-delay", maxDelay);
			requireOrder(PREFIX + ".delay", delay, PREFIX + ".max-delay", maxDelay);
		}

	}

	/**
	 * Bound on the retries of each data source, for conflicts and for lost connections
	 * apart.
	 *
	 * @param capacity Retries that may follow each other before the bound is felt.
	 * @param minPerSecond Retries per second that are always allowed.
	 * @param ratio Further retries allowed for each call that succeeds at once.
	 */
	record Budget(@DefaultValue("1000") int capacity, @DefaultValue("200") int minPerSecond,
			@DefaultValue("0.5") double ratio) {

		private static final String PREFIX = RetryProperties.PREFIX + ".budget";

		Budget {
			if (capacity < 1) {
				throw new IllegalArgumentException(PREFIX + ".capacity must be at least 1 but is " + capacity);
			}
			if (minPerSecond < 0) {
				throw new IllegalArgumentException(
						PREFIX + ".min-per-second must not be negative but is " + minPerSecond);
			}
			if (!(ratio >= 0 && ratio <= 100)) {
				throw new IllegalArgumentException(PREFIX + ".ratio must be between 0 and 100 but is " + ratio);
			}
		}

	}

}
