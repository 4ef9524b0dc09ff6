package dev.resilientdb.pool;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What HikariCP demands of its settings at start, and does not look at later.
 *
 * @param demand the rule in words
 * @param kept whether a setup keeps it
 * @param settings the settings that it is about
 */
record SetupRule(String demand, Predicate<PoolSetup> kept, List<PoolSetting> settings) {

	private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(250);

	private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

	private static final List<SetupRule> ALL = List.of(
			new SetupRule("maximum-pool-size must be at least 1", (setup) -> setup.maximumPoolSize() >= 1,
					PoolSetting.MAXIMUM_POOL_SIZE),
			new SetupRule("minimum-idle must be between 0 and maximum-pool-size",
					(setup) -> setup.minimumIdle() >= 0 && setup.minimumIdle() <= setup.maximumPoolSize(),
					PoolSetting.MINIMUM_IDLE, PoolSetting.MAXIMUM_POOL_SIZE),
			new SetupRule("connection-timeout must be between 250ms and 24 days",
					(setup) -> isBetween(SHORTEST_TIMEOUT, setup.connectionTimeout(), LONGEST_TIMEOUT),
					PoolSetting.CONNECTION_TIMEOUT),
			new SetupRule("validation-timeout must be at least 250ms and shorter than connection-timeout",
					(setup) -> isBetween(SHORTEST_TIMEOUT, setup.validationTimeout(),
							setup.connectionTimeout().minusMillis(1)),
					PoolSetting.VALIDATION_TIMEOUT, PoolSetting.CONNECTION_TIMEOUT),
			new SetupRule("idle-timeout must be 0 or at least 10s",
					(setup) -> isZeroOrAtLeast(Duration.ofSeconds(10), setup.idleTimeout()), PoolSetting.IDLE_TIMEOUT),
			new SetupRule("idle-timeout must be at least 1s shorter than max-lifetime",
					(setup) -> !setup.closesIdle() || setup.maxLifetime().isZero()
							|| setup.idleTimeout().plusSeconds(1).compareTo(setup.maxLifetime()) <= 0,
					PoolSetting.IDLE_TIMEOUT, PoolSetting.MAX_LIFETIME),
			new SetupRule("max-lifetime must be 0 or at least 30s",
					(setup) -> isZeroOrAtLeast(Duration.ofSeconds(30), setup.maxLifetime()), PoolSetting.MAX_LIFETIME),
			new SetupRule("max-lifetime must be longer than keepalive-time",
					(setup) -> setup.maxLifetime().isZero() || setup.keepaliveTime().compareTo(setup.maxLifetime()) < 0,
					PoolSetting.MAX_LIFETIME),
			new SetupRule("leak-detection-threshold must be 0 or at least 2s",
					(setup) -> isZeroOrAtLeast(Duration.ofSeconds(2), setup.leakDetectionThreshold()),
					PoolSetting.LEAK_DETECTION_THRESHOLD),
			new SetupRule("leak-detection-threshold must not be longer than max-lifetime",
					(setup) -> setup.maxLifetime().isZero()
							|| setup.leakDetectionThreshold().compareTo(setup.maxLifetime()) <= 0,
					PoolSetting.LEAK_DETECTION_THRESHOLD, PoolSetting.MAX_LIFETIME));

	SetupRule(String demand, Predicate<PoolSetup> kept, PoolSetting... settings) {
		this(demand, kept, List.of(settings));
	}

	/**
	 * Refuses a setup in which a setting breaks a rule.
	 * @throws IllegalArgumentException with the rule and what the setup is
	 */
	static void check(PoolSetup setup, PoolSetting changed) {
		for (SetupRule rule : ALL) {
			if (rule.settings.contains(changed) && !rule.kept.test(setup)) {
				throw new IllegalArgumentException(rule.demand + ", but would be " + rule.shown(setup));
			}
		}
	}

	private String shown(PoolSetup setup) {
		StringBuilder shown = new StringBuilder();
		for (PoolSetting setting : this.settings) {
			shown.append(shown.isEmpty() ? "" : ", ").append(setting.text()).append('=').append(setting.value(setup));
		}
		return shown.toString();
	}

	private static boolean isBetween(Duration least, Duration value, Duration most) {
		return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
	}

	private static boolean isZeroOrAtLeast(Duration least, Duration value) {
		return value.isZero() || value.compareTo(least) >= 0;
	}

}
