package dev.resilientdb.pool;

import java.time.Duration;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.resilientdb.failure.Severity;

/**
 * Idle connections of a pool that somebody else cuts first are found dead when they are
 * needed.
 *
 * @param id the advice
 * @param culprit who cuts, and by which setting
 * @param cut after how long, null when never
 */
record IdleCutRule(String id, String culprit, Function<PoolSituation, @Nullable Duration> cut) implements SizingRule {

	// HikariCP takes none that is shorter
	private static final Duration SHORTEST = Duration.ofSeconds(30);

	static IdleCutRule ofServer() {
		return new IdleCutRule("connections-outlive-server-timeout", "The server", (situation) -> {
			ServerLimits limits = situation.server().limits();
			return (limits != null) ? limits.idleTimeout() : null;
		});
	}

	static IdleCutRule ofLoadBalancer() {
		return new IdleCutRule("connections-outlive-load-balancer",
				"The load balancer (resilient-db.pool.load-balancer-timeout)", PoolSituation::loadBalancerTimeout);
	}

	@Override
	public @Nullable Advice examine(PoolSituation situation) {
		PoolSetup setup = situation.setup();
		Duration limit = this.cut.apply(situation);
		if (setup == null || limit == null) {
			return null;
		}
		Duration idle = longestIdle(setup);
		if (idle != null && idle.compareTo(limit) < 0) {
			return null;
		}
		return new Advice(this.id, Severity.MEDIUM, "Idle connections are cut before the pool renews them.",
				"%s cuts connections that are idle for %s; those of %s may be idle %s.".formatted(this.culprit,
						PoolSituation.text(limit), situation.thePool(),
						(idle != null) ? "for " + PoolSituation.text(idle) : "for ever"),
				action(situation, limit));
	}

	private static @Nullable Duration longestIdle(PoolSetup setup) {
		Duration longest = setup.maxLifetime().isZero() ? null : setup.maxLifetime();
		longest = shorter(longest, setup.keepaliveTime());
		// Those that are kept ready are never idle for too long
		return (setup.closesIdle() && setup.minimumIdle() == 0) ? shorter(longest, setup.idleTimeout()) : longest;
	}

	private static @Nullable Duration shorter(@Nullable Duration one, Duration other) {
		return (!other.isZero() && (one == null || other.compareTo(one) < 0)) ? other : one;
	}

	private static String action(PoolSituation situation, Duration limit) {
		if (limit.compareTo(SHORTEST) <= 0) {
			return "Raise that timeout above %s: neither keepalive-time nor max-lifetime can be shorter."
				.formatted(PoolSituation.text(SHORTEST));
		}
		return "Set %s or %s below %s.".formatted(situation.setting("keepalive-time"),
				situation.setting("max-lifetime"), PoolSituation.text(limit));
	}

}
