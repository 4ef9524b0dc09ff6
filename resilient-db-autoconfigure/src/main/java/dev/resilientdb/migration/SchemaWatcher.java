package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.failure.DatabaseProducts;

/**
 * Looks at the schema of a running application, thoroughly only when its history has
 * changed: Flyway tells every look in the log. For one thread.
 */
final class SchemaWatcher {

	private static final Logger logger = LoggerFactory.getLogger(SchemaWatcher.class);

	private final DatabaseProducts products;

	private final SchemaExaminer examiner;

	private final MigrationGuard guard;

	private final HistoryNames names;

	private final Map<String, HistoryRows> seen = new ConcurrentHashMap<>();

	SchemaWatcher(DatabaseProducts products, SchemaExaminer examiner, MigrationGuard guard, HistoryNames names) {
		this.products = products;
		this.examiner = examiner;
		this.guard = guard;
		this.names = names;
	}

	void look(GuardedFlyway flyway) {
		DataSource source = OutsideConnections.of(this.products, flyway);
		try {
			HistoryRows rows = rows(flyway, source);
			if (rows != null && !rows.equals(this.seen.get(flyway.name()))) {
				this.guard.watch(flyway, this.examiner.examine(flyway, Expectation.UP_TO_DATE, source));
				this.seen.put(flyway.name(), rows);
			}
		}
		catch (SQLException | FlywayException ex) {
			logger.debug("Schema behind '{}' cannot be looked at", flyway.name(), ex);
		}
	}

	/**
	 * Has the next looks be thorough: what is wrong may be put right without the history.
	 */
	void forget() {
		this.seen.clear();
	}

	// A database in memory may be another one for each connection
	private @Nullable HistoryRows rows(GuardedFlyway flyway, DataSource source) throws SQLException {
		SchemaHistory history = this.names.setup(flyway).history();
		try (Connection connection = source.getConnection()) {
			return HistoryRows.exist(connection, history) ? HistoryRows.read(connection, history) : null;
		}
	}

}
