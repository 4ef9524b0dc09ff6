package dev.resilientdb.migration;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the guard around Flyway.
 *
 * @param mode Who changes the schema: migrate, validate or wait.
 * @param preset Which policies hold where none is set: production or development.
 * @param policy What is done about an anomaly, by its name: fail, not-ready, warn or
 * ignore.
 * @param maxAhead How many migrations the schema may have that the application does not
 * know, unless one of them is breaking.
 * @param refreshInterval How often the schema is looked at again while the application
 * runs, at least 1s.
 * @param waiting How mode wait waits.
 * @param lint What is done about pending scripts that lock or break a live system.
 */
@ConfigurationProperties("resilient-db.migration")
record MigrationProperties(@DefaultValue("migrate") MigrationMode mode, @DefaultValue("production") Preset preset,
		@Nullable Map<AnomalyKind, AnomalyPolicy> policy, @DefaultValue("10") int maxAhead,
		@DefaultValue("1m") Duration refreshInterval, @DefaultValue Waiting waiting, @DefaultValue Lint lint) {

	MigrationProperties {
		policy = (policy != null) ? Map.copyOf(policy) : Map.of();
		if (maxAhead < 0) {
			throw new IllegalArgumentException(
					"resilient-db.migration.max-ahead must not be negative but is " + maxAhead);
		}
		checkInterval("refresh-interval", refreshInterval);
	}

	private static void checkInterval(String name, Duration value) {
		if (value.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new IllegalArgumentException(
					"resilient-db.migration." + name + " must be at least 1s but is " + value);
		}
	}

	Policies policies() {
		return new Policies(this.preset, (this.policy != null) ? this.policy : Map.of());
	}

	LintPolicy lintPolicy() {
		return new LintPolicy(this.mode, this.preset, (this.lint.policy() != null) ? this.lint.policy() : Map.of());
	}

	/**
	 * How mode wait waits.
	 *
	 * @param interval How often the schema is looked at, at least 1s.
	 * @param deadline Time after which the application is down if the schema still does
	 * not fit.
	 */
	record Waiting(@DefaultValue("2s") Duration interval, @DefaultValue("10m") Duration deadline) {

		Waiting {
			checkInterval("waiting.interval", interval);
		}

	}

	/**
	 * What is done about pending scripts that lock or break a live system.
	 *
	 * @param enabled Whether pending scripts are read before they run.
	 * @param smallTable Estimated rows up to which a table is small: what takes long only
	 * on large tables is no more than told then.
	 * @param policy What is done about a finding, by its rule: fail, not-ready, warn or
	 * ignore.
	 * @param allow Findings that are accepted, such as V12:drop-or-rename, each with its
	 * reason behind a space.
	 */
	record Lint(@DefaultValue("true") boolean enabled, @DefaultValue("10000") long smallTable,
			@Nullable Map<String, AnomalyPolicy> policy, @Nullable List<String> allow) {

		Lint {
			policy = (policy != null) ? Map.copyOf(policy) : Map.of();
			allow = (allow != null) ? List.copyOf(allow) : List.of();
		}

	}

}
