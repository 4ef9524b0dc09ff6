package dev.resilientdb.pool;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

/**
 * What can be set while a HikariCP pool runs.
 *
 * @param text the name by which HikariCP's properties are set
 * @param reader tells the value
 * @param writer changes the value to what a text says
 */
record PoolSetting(String text, Function<PoolSetup, Object> reader, BiFunction<PoolSetup, String, PoolSetup> writer) {

	static final PoolSetting MAXIMUM_POOL_SIZE = new PoolSetting("maximum-pool-size", PoolSetup::maximumPoolSize,
			(setup, text) -> setup.withMaximumPoolSize(number(text)));

	static final PoolSetting MINIMUM_IDLE = new PoolSetting("minimum-idle", PoolSetup::minimumIdle,
			(setup, text) -> setup.withMinimumIdle(number(text)));

	static final PoolSetting CONNECTION_TIMEOUT = new PoolSetting("connection-timeout",
			(setup) -> millis(setup.connectionTimeout()), (setup, text) -> setup.withConnectionTimeout(duration(text)));

	static final PoolSetting VALIDATION_TIMEOUT = new PoolSetting("validation-timeout",
			(setup) -> millis(setup.validationTimeout()), (setup, text) -> setup.withValidationTimeout(duration(text)));

	static final PoolSetting IDLE_TIMEOUT = new PoolSetting("idle-timeout", (setup) -> millis(setup.idleTimeout()),
			(setup, text) -> setup.withIdleTimeout(duration(text)));

	static final PoolSetting MAX_LIFETIME = new PoolSetting("max-lifetime", (setup) -> millis(setup.maxLifetime()),
			(setup, text) -> setup.withMaxLifetime(duration(text)));

	static final PoolSetting LEAK_DETECTION_THRESHOLD = new PoolSetting("leak-detection-threshold",
			(setup) -> millis(setup.leakDetectionThreshold()),
			(setup, text) -> setup.withLeakDetectionThreshold(duration(text)));

	private static final Duration LONGEST = Duration.ofDays(365);

	static final List<PoolSetting> ALL = List.of(MAXIMUM_POOL_SIZE, MINIMUM_IDLE, CONNECTION_TIMEOUT,
			VALIDATION_TIMEOUT, IDLE_TIMEOUT, MAX_LIFETIME, LEAK_DETECTION_THRESHOLD);

	static @Nullable PoolSetting find(String text) {
		for (PoolSetting setting : ALL) {
			if (setting.text().equals(text)) {
				return setting;
			}
		}
		return null;
	}

	Object value(PoolSetup setup) {
		return this.reader.apply(setup);
	}

	/**
	 * The setup with another value.
	 * @throws IllegalArgumentException when the value cannot be read
	 */
	PoolSetup change(PoolSetup setup, String value) {
		try {
			return this.writer.apply(setup, value.strip());
		}
		catch (IllegalArgumentException | ArithmeticException ex) {
			throw new IllegalArgumentException(text() + " cannot be '" + value + "'", ex);
		}
	}

	private static int number(String text) {
		return Integer.parseInt(text);
	}

	// Without a unit as in HikariCP's properties
	private static Duration duration(String text) {
		Duration duration = DurationStyle.detectAndParse(text, ChronoUnit.MILLIS);
		if (duration.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException("Longer than " + LONGEST.toDays() + " days");
		}
		return Duration.ofMillis(duration.toMillis());
	}

	private static String millis(Duration duration) {
		return duration.toMillis() + "ms";
	}

}
