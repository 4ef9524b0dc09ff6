package dev.resilientdb.pool;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the pools' watch.
 *
 * @param sampleInterval How often pools are looked at, between 100ms and 1m.
 * @param warningUtilization Share of a pool's connections in use from which it is busy.
 * @param criticalUtilization Share of a pool's connections in use from which it is
 * saturated.
 * @param leakThreshold Time after which a connection whose method has ended is leaked,
 * between 1s and 1d.
 * @param longTransactionThreshold Time after which a transaction that holds a connection
 * is warned of, between 1s and 1d.
 * @param idleTransactionThreshold Time after which a transaction that holds a connection
 * without using it is warned of, between 1s and 1d.
 * @param nestedAcquisition What is done about a thread that asks a pool for a second
 * connection: off, warn or fail.
 * @param probe How databases are asked whether they are there.
 */
@ConfigurationProperties("resilient-db.pool")
record PoolProperties(@DefaultValue("500ms") Duration sampleInterval, @DefaultValue("0.80") double warningUtilization,
		@DefaultValue("0.95") double criticalUtilization, @DefaultValue("30s") Duration leakThreshold,
		@DefaultValue("30s") Duration longTransactionThreshold, @DefaultValue("5s") Duration idleTransactionThreshold,
		@DefaultValue("warn") NestedPolicy nestedAcquisition, @DefaultValue Probe probe) {

	private static final Duration SHORTEST = Duration.ofMillis(100);

	private static final Duration LONGEST = Duration.ofMinutes(1);

	PoolProperties {
		checkDuration("sample-interval", sampleInterval);
		checkThreshold("leak-threshold", leakThreshold);
		checkThreshold("long-transaction-threshold", longTransactionThreshold);
		checkThreshold("idle-transaction-threshold", idleTransactionThreshold);
		if (!(warningUtilization > 0 && warningUtilization <= criticalUtilization && criticalUtilization <= 1)) {
			throw new IllegalArgumentException("resilient-db.pool.warning-utilization must be above 0 and not above"
					+ " resilient-db.pool.critical-utilization, which must not be above 1, but they are "
					+ warningUtilization + " and " + criticalUtilization);
		}
	}

	private static void checkDuration(String name, Duration value) {
		if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(
					"resilient-db.pool." + name + " must be between 100ms and 1m but is " + value);
		}
	}

	private static void checkThreshold(String name, Duration value) {
		if (value.compareTo(Duration.ofSeconds(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
			throw new IllegalArgumentException(
					"resilient-db.pool." + name + " must be between 1s and 1d but is " + value);
		}
	}

	LeaseThresholds thresholds() {
		return new LeaseThresholds(this.leakThreshold, this.longTransactionThreshold, this.idleTransactionThreshold);
	}

	/**
	 * Settings of the questions to the database.
	 *
	 * @param enabled Whether the database is asked at each sample whether it is there, on
	 * a connection outside the pool that is kept open.
	 * @param timeout Time after which a database that does not answer is down, between
	 * 100ms and 1m.
	 */
	record Probe(@DefaultValue("true") boolean enabled, @DefaultValue("1s") Duration timeout) {

		Probe {
			checkDuration("probe.timeout", timeout);
		}

	}

}
