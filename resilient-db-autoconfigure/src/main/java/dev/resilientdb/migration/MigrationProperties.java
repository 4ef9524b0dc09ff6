package dev.resilientdb.migration;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import dev.resilientdb.lint.LintSettings;
import dev.resilientdb.lint.ScriptLint;

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
 * @param lock How Flyway waits for its lock.
 * @param session What limits the sessions that migrate.
 * @param bookkeeping What the guard itself writes down beside the history.
 * @param applicationVersion Version of the application, compared with the one that
 * migrations ask for. Where it is not set, that of the build is taken.
 */
@ConfigurationProperties("resilient-db.migration")
record MigrationProperties(@DefaultValue("migrate") MigrationMode mode, @DefaultValue("production") Preset preset,
		@Nullable Map<AnomalyKind, AnomalyPolicy> policy, @DefaultValue("10") int maxAhead,
		@DefaultValue("1m") Duration refreshInterval, @DefaultValue Waiting waiting, @DefaultValue Lint lint,
		@DefaultValue Lock lock, @DefaultValue Session session, @DefaultValue Bookkeeping bookkeeping,
		@Nullable String applicationVersion) {

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
			for (String rule : policy.keySet()) {
				if (!ScriptLint.rules().contains(rule)) {
					throw new IllegalArgumentException("resilient-db.migration.lint.policy." + rule
							+ " names no rule; rules are " + ScriptLint.rules());
				}
			}
			settings(smallTable, allow);
		}

		LintSettings settings() {
			return settings(this.smallTable, (this.allow != null) ? this.allow : List.of());
		}

		private static LintSettings settings(long smallTable, List<String> allow) {
			try {
				return new LintSettings(smallTable, allow);
			}
			catch (IllegalArgumentException ex) {
				// The innermost message is the one that Boot shows
				throw new IllegalArgumentException("resilient-db.migration.lint: " + ex.getMessage());
			}
		}

	}

	/**
	 * How Flyway waits for its lock.
	 *
	 * @param reportAfter Time after which it is told who holds the lock, or who stands in
	 * the way of a script.
	 * @param timeout Time after which the start fails when somebody else holds the lock,
	 * 0 for never.
	 */
	record Lock(@DefaultValue("5s") Duration reportAfter, @DefaultValue("5m") Duration timeout) {

		Lock {
			if (reportAfter.toMillis() < 1) {
				throw new IllegalArgumentException(
						"resilient-db.migration.lock.report-after must be at least 1ms but is " + reportAfter);
			}
			checkNotNegative("lock.timeout", timeout);
		}

	}

	private static void checkNotNegative(String name, Duration value) {
		if (value.isNegative()) {
			throw new IllegalArgumentException(
					"resilient-db.migration." + name + " must not be negative but is " + value);
		}
	}

	/**
	 * What limits the sessions that migrate.
	 *
	 * @param lockTimeout Time that a script waits for the lock of a table, 0 for as long
	 * as the server lets it.
	 * @param statementTimeout Time that a statement of a script may take, 0 for as long
	 * as the server lets it.
	 * @param attempts How often a script runs that loses nothing but the race for a lock,
	 * where the database rolls it back completely.
	 */
	record Session(@DefaultValue("5s") Duration lockTimeout, @DefaultValue("0s") Duration statementTimeout,
			@DefaultValue("3") int attempts) {

		Session {
			checkNotNegative("session.lock-timeout", lockTimeout);
			checkNotNegative("session.statement-timeout", statementTimeout);
			if (attempts < 1) {
				throw new IllegalArgumentException(
						"resilient-db.migration.session.attempts must be at least 1 but is " + attempts);
			}
		}

	}

	/**
	 * What the guard itself writes down beside the history.
	 *
	 * @param enabled Whether runs of migrations are recorded, and with them what finds
	 * migrations that died half-way, histories changed by hand and schemas changed by
	 * hand.
	 * @param table Name of the table for runs; what is remembered of each history is in
	 * another one with _state behind its name.
	 * @param slowAfter How long a migration may take before that is told.
	 */
	record Bookkeeping(@DefaultValue("true") boolean enabled, @DefaultValue("resilient_db_migration") String table,
			@DefaultValue("30s") Duration slowAfter) {

		Bookkeeping {
			if (!table.matches("\\w{1,50}")) {
				throw new IllegalArgumentException(
						"resilient-db.migration.bookkeeping.table must be at most 50 letters,"
								+ " digits and underscores but is '" + table + "'");
			}
		}

	}

}
