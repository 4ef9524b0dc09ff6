package dev.resilientdb.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What this room asks about the sessions of one database product: what they wait for,
 * what limits them and what they leave behind.
 */
public interface SessionDialect {

	/**
	 * Of a product of which nothing is known.
	 */
	SessionDialect UNKNOWN = new SessionDialect() {
	};

	/**
	 * Whether DDL is rolled back with its transaction.
	 */
	default boolean hasTransactionalDdl() {
		return false;
	}

	/**
	 * Whether the database is still there when all its sessions have ended.
	 */
	default boolean outlivesSessions(String url) {
		return false;
	}

	/**
	 * The query for the server's number of the own session, null when there is none.
	 */
	default @Nullable String ownSession() {
		return null;
	}

	/**
	 * Who holds Flyway's lock.
	 * @param lock its number or name, as Flyway asks for it
	 */
	default List<LockHolder> lockHolders(Connection connection, String lock) throws SQLException {
		return List.of();
	}

	/**
	 * Whom sessions wait for.
	 */
	default List<LockHolder> blockers(Connection connection, List<String> sessions) throws SQLException {
		return List.of();
	}

	/**
	 * What to do when a script waits for the session in which Flyway holds its own lock.
	 */
	default String adviceOnOwnLock() {
		return "Take what waits for the history out of the script";
	}

	/**
	 * The right without which others' sessions cannot be seen.
	 */
	default String rightToSeeSessions() {
		return "the right to see other sessions";
	}

	/**
	 * The limits of a session that migrates.
	 * @param statement zero for none
	 */
	default List<SessionSetting> sessionSettings(Duration lock, Duration statement) {
		return List.of();
	}

	/**
	 * Whether a statement waits for others by its nature, without anybody queueing behind
	 * it.
	 */
	default boolean isPatient(String statement) {
		return false;
	}

	/**
	 * What migrations left half done, leaving out what is under way.
	 * @param schemas none for the connection's own
	 */
	default List<SchemaLeftover> leftovers(Connection connection, List<String> schemas) throws SQLException {
		return List.of();
	}

}
