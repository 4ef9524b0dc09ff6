package dev.resilientdb.circuit;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the circuits.
 *
 * @param failureRateThreshold Share of failures among the last acquisitions from which a
 * circuit opens.
 * @param slowRateThreshold Share of slow ones among the last acquisitions from which a
 * circuit opens.
 * @param slowAcquisitionThreshold Time from which an acquisition is slow.
 * @param minimumCalls Number of acquisitions before which callers' failures open no
 * circuit, at most the window.
 * @param window Number of last acquisitions that count, from 1 to 10000.
 * @param openDuration Time for which a circuit that callers' failures opened refuses all
 * calls, between 100ms and 10m.
 * @param halfOpenCalls Number of calls that then find out whether the database is there
 * again, from 1 to 1000.
 * @param readOnlyDuration Time for which a database is read-only after it has refused to
 * write for the last time.
 * @param silenceThreshold Time for which the database must not have answered the watch
 * before a circuit opens, between 100ms and 10m.
 * @param shedPaths Paths, as patterns, that are answered with 503 while a database is
 * degraded or down.
 */
@ConfigurationProperties("resilient-db.circuit")
record CircuitProperties(@DefaultValue("0.5") double failureRateThreshold,
		@DefaultValue("0.8") double slowRateThreshold, @DefaultValue("2s") Duration slowAcquisitionThreshold,
		@DefaultValue("10") int minimumCalls, @DefaultValue("50") int window, @DefaultValue("5s") Duration openDuration,
		@DefaultValue("3") int halfOpenCalls, @DefaultValue("30s") Duration readOnlyDuration,
		@DefaultValue("3s") Duration silenceThreshold, @DefaultValue List<String> shedPaths) {

	private static final String PREFIX = "resilient-db.circuit.";

	CircuitProperties {
		require(isShare(failureRateThreshold), "failure-rate-threshold", "above 0 and not above 1",
				failureRateThreshold);
		require(isShare(slowRateThreshold), "slow-rate-threshold", "above 0 and not above 1", slowRateThreshold);
		require(isBetween(slowAcquisitionThreshold, Duration.ofMillis(1), Duration.ofHours(1)),
				"slow-acquisition-threshold", "between 1ms and 1h", slowAcquisitionThreshold);
		require(window >= 1 && window <= 10_000, "window", "from 1 to 10000", window);
		require(minimumCalls >= 1 && minimumCalls <= window, "minimum-calls", "from 1 to " + PREFIX + "window",
				minimumCalls);
		require(isBetween(openDuration, Duration.ofMillis(100), Duration.ofMinutes(10)), "open-duration",
				"between 100ms and 10m", openDuration);
		require(halfOpenCalls >= 1 && halfOpenCalls <= 1000, "half-open-calls", "from 1 to 1000", halfOpenCalls);
		require(isBetween(readOnlyDuration, Duration.ofSeconds(1), Duration.ofHours(1)), "read-only-duration",
				"between 1s and 1h", readOnlyDuration);
		require(isBetween(silenceThreshold, Duration.ofMillis(100), Duration.ofMinutes(10)), "silence-threshold",
				"between 100ms and 10m", silenceThreshold);
		shedPaths = List.copyOf(shedPaths);
		require(shedPaths.stream().allMatch((path) -> path.startsWith("/")), "shed-paths",
				"patterns that begin with a slash", shedPaths);
	}

	private static boolean isShare(double value) {
		return value > 0 && value <= 1;
	}

	private static boolean isBetween(Duration value, Duration shortest, Duration longest) {
		return value.compareTo(shortest) >= 0 && value.compareTo(longest) <= 0;
	}

	private static void require(boolean valid, String name, String range, Object value) {
		if (!valid) {
			throw new IllegalArgumentException(PREFIX + name + " must be " + range + " but is " + value);
		}
	}

}
