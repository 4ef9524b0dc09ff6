package dev.resilientdb.pool;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what is said and done about the size of pools.
 *
 * @param loadBalancerTimeout Time after which a load balancer, proxy or firewall between
 * application and database cuts connections that are idle. Unset when there is none.
 * @param server How servers are asked for their limits.
 * @param autoscale How pools grow and shrink by themselves.
 */
@ConfigurationProperties("resilient-db.pool")
record SizingProperties(@Nullable Duration loadBalancerTimeout, @DefaultValue Server server,
		@DefaultValue Autoscale autoscale) {

	private static final String PREFIX = "resilient-db.pool.";

	SizingProperties {
		if (loadBalancerTimeout != null) {
			checkPositive("load-balancer-timeout", loadBalancerTimeout);
		}
	}

	private static void checkPositive(String name, Duration value) {
		if (value.isZero() || value.isNegative()) {
			throw new IllegalArgumentException(PREFIX + name + " must be longer than nothing but is " + value);
		}
	}

	private static void checkAtLeast(String name, int least, int value) {
		if (value < least) {
			throw new IllegalArgumentException(PREFIX + name + " must be at least " + least + " but is " + value);
		}
	}

	/**
	 * Settings of the questions for a server's limits.
	 *
	 * @param interval How often a server is asked for its limits, at least 1s.
	 */
	record Server(@DefaultValue("30s") Duration interval) {

		Server {
			if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
				throw new IllegalArgumentException(PREFIX + "server.interval must be at least 1s but is " + interval);
			}
		}

	}

	/**
	 * Settings of pools that grow and shrink.
	 *
	 * @param enabled Whether HikariCP pools grow while callers wait, and shrink again.
	 * @param max How many connections a pool has at most after growing. Must be set to
	 * have pools grow.
	 * @param step How many connections a pool gains or loses at once.
	 * @param growAfter How long callers must wait, one or the other, before a pool grows.
	 * @param shrinkAfter How long the last step must be unused before a pool loses it.
	 * @param serverReserve How many connections of the server stay free for others.
	 */
	record Autoscale(@DefaultValue("false") boolean enabled, @Nullable Integer max, @DefaultValue("2") int step,
			@DefaultValue("2s") Duration growAfter, @DefaultValue("10m") Duration shrinkAfter,
			@DefaultValue("10") int serverReserve) {

		Autoscale {
			if (enabled && max == null) {
				throw new IllegalArgumentException(
						PREFIX + "autoscale.max must be set with " + PREFIX + "autoscale.enabled=true");
			}
			if (max != null) {
				checkAtLeast("autoscale.max", 1, max);
			}
			checkAtLeast("autoscale.step", 1, step);
			checkPositive("autoscale.grow-after", growAfter);
			checkPositive("autoscale.shrink-after", shrinkAfter);
			checkAtLeast("autoscale.server-reserve", 0, serverReserve);
		}

	}

}
