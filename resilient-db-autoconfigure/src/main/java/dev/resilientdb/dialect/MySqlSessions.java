package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.resilientdb.migration.LockHolder;
import dev.resilientdb.migration.SessionDialect;
import dev.resilientdb.migration.SessionSetting;
import dev.resilientdb.migration.SessionSetting.Kind;
import dev.resilientdb.migration.SessionSetting.Zero;

/**
 * Sessions of MySQL and MariaDB. Who holds a named lock everybody may ask; who holds the
 * lock of a table is known only where {@code performance_schema} is on, so that the
 * oldest open transaction is told instead.
 *
 * @param statementTimeout the variable that limits every statement, in seconds, null
 * where there is none
 */
record MySqlSessions(@Nullable String statementTimeout) implements SessionDialect {

	static final MySqlSessions MYSQL = new MySqlSessions(null);

	static final MySqlSessions MARIADB = new MySqlSessions("max_statement_time");

	private static final Logger logger = LoggerFactory.getLogger(MySqlSessions.class);

	private static final String NAMED = "select is_used_lock(?)";

	private static final SessionQuery SESSION = new SessionQuery("""
			select cast(id as char), user, host, date_sub(now(), interval time second),
			    lower(if(coalesce(state, '') = '', command, state)), info
			from information_schema.processlist where id = cast(? as unsigned)""");

	private static final SessionQuery WAITING = new SessionQuery("""
			select cast(id as char), user, host, date_sub(now(), interval time second), state, info
			from information_schema.processlist
			where find_in_set(id, ?) and state like 'Waiting for %lock'""");

	private static final SessionQuery OLDEST = new SessionQuery("""
			select cast(trx.trx_mysql_thread_id as char), ses.user, ses.host, trx.trx_started,
			    'probably, with the oldest open transaction', coalesce(trx.trx_query, ses.info)
			from information_schema.innodb_trx trx
			    left join information_schema.processlist ses on ses.id = trx.trx_mysql_thread_id
			where trx.trx_mysql_thread_id <> 0 and not find_in_set(trx.trx_mysql_thread_id, ?)
			order by trx.trx_started limit 1""");

	@Override
	public boolean outlivesSessions(String url) {
		return true;
	}

	@Override
	public String ownSession() {
		return "select connection_id()";
	}

	@Override
	public List<LockHolder> lockHolders(Connection connection, String lock) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(NAMED)) {
			statement.setQueryTimeout(SessionQuery.TIMEOUT_SECONDS);
			statement.setString(1, lock);
			try (ResultSet row = statement.executeQuery()) {
				String session = row.next() ? row.getString(1) : null;
				return (session != null) ? session(connection, session) : List.of();
			}
		}
	}

	private static List<LockHolder> session(Connection connection, String session) throws SQLException {
		List<LockHolder> seen = SESSION.run(connection, session);
		return seen.isEmpty() ? List.of(new LockHolder(session, null, null, null, null, null)) : seen;
	}

	@Override
	public List<LockHolder> blockers(Connection connection, List<String> sessions) throws SQLException {
		String own = String.join(",", sessions);
		return WAITING.run(connection, own).isEmpty() ? List.of() : oldest(connection, own);
	}

	private static List<LockHolder> oldest(Connection connection, String own) {
		try {
			return OLDEST.run(connection, own);
		}
		catch (SQLException ex) {
			logger.debug("Transactions cannot be seen", ex);
			return List.of(new LockHolder("unknown", null, null, null, null, null));
		}
	}

	@Override
	public String rightToSeeSessions() {
		return "PROCESS";
	}

	@Override
	public List<SessionSetting> sessionSettings(Duration lock, Duration statement) {
		List<SessionSetting> result = new ArrayList<>();
		if (!lock.isZero()) {
			result.add(setting(Kind.LOCK, "lock_wait_timeout", lock));
			result.add(setting(Kind.LOCK, "innodb_lock_wait_timeout", lock));
		}
		if (!statement.isZero() && this.statementTimeout != null) {
			result.add(setting(Kind.STATEMENT, this.statementTimeout, statement));
		}
		return result;
	}

	private static SessionSetting setting(Kind kind, String name, Duration limit) {
		Zero zero = (kind == Kind.LOCK) ? Zero.NO_WAIT : Zero.NO_LIMIT;
		return new SessionSetting(kind, "select ceil(@@session." + name + ")", "set session " + name + " = %d", null,
				zero, Math.max(1, limit.plusMillis(999).toSeconds()));
	}

}
