package dev.resilientdb.migration;

import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

import dev.resilientdb.lint.FlywayLock;
import dev.resilientdb.migration.PoolConnections.Limit;

/**
 * Finds out whether Flyway would wait in vain for a connection of the pool, because it
 * holds all others itself.
 */
final class PoolSizeCheck implements SetupCheck {

	private static final List<String> ONE_CONNECTION = List.of(":mysql:", ":mariadb:", ":sqlite:");

	private static final List<String> TWO_CONNECTIONS = List.of(":postgresql:", ":h2:");

	private static final List<Event> EVENTS = List.of(Event.BEFORE_MIGRATE, Event.AFTER_MIGRATE,
			Event.AFTER_MIGRATE_APPLIED, Event.AFTER_VERSIONED, Event.BEFORE_REPEATABLES);

	private final CallbackScripts scripts = new CallbackScripts(EVENTS);

	@Override
	public void examine(FlywaySetup setup, Anomalies found) {
		DataSource source = setup.configuration().getDataSource();
		Limit limit = (source != null) ? PoolConnections.limit(source) : null;
		Need need = (limit != null && limit.url() != null) ? need(limit.url(), setup.configuration()) : null;
		if (limit == null || need == null || limit.size() >= need.connections()) {
			return;
		}
		found.add(AnomalyKind.POOL_TOO_SMALL, setup.history().dataSource(),
				"The pool may have %d connection%s, and Flyway needs %d at once (%s): it would wait %d s in vain"
					.formatted(limit.size(), (limit.size() == 1) ? "" : "s", need.connections(), need.reason(),
							limit.timeoutMillis() / 1000),
				"Set the pool's maximum-pool-size to at least %d, or give Flyway connections of its own with"
					.formatted(need.connections()) + " spring.flyway.url, spring.flyway.user and"
						+ " spring.flyway.password.");
	}

	private @Nullable Need need(String url, Configuration configuration) {
		boolean one = ONE_CONNECTION.stream().anyMatch(url::contains);
		if (!one && TWO_CONNECTIONS.stream().noneMatch(url::contains)) {
			return null;
		}
		if (one || (url.contains(":postgresql:") && FlywayLocks.of(configuration) == FlywayLock.SESSION)) {
			return isCalledBack(configuration) ? new Need(2, "one for the scripts, one for callbacks")
					: new Need(1, "one for everything");
		}
		return isCalledBack(configuration) ? new Need(3, "one for its history, one for the scripts, one for callbacks")
				: new Need(2, "one for its history, one for the scripts");
	}

	private boolean isCalledBack(Configuration configuration) {
		for (Callback callback : configuration.getCallbacks()) {
			if (EVENTS.stream().anyMatch((event) -> callback.supports(event, null))) {
				return true;
			}
		}
		return this.scripts.exist(configuration);
	}

	private record Need(int connections, String reason) {
	}

}
