package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.resilientdb.migration.LockHolder;
import dev.resilientdb.migration.SessionDialect;

/**
 * Sessions of H2, which names the one that another one waits for while it does.
 */
final class H2Sessions implements SessionDialect {

	static final H2Sessions INSTANCE = new H2Sessions();

	private static final List<String> IN_MEMORY = List.of(":mem:", "emFS:", "emLZF:");

	private static final String BLOCKING = """
			select distinct h.session_id, h.user_name, h.client_addr,
			    coalesce(h.sleep_since, h.executing_statement_start), lower(h.session_state), h.executing_statement
			from information_schema.sessions w
			    join information_schema.sessions h on h.session_id = w.blocker_id
			where %s""";

	private static final SessionQuery LOCKING = new SessionQuery(
			BLOCKING.formatted("locate(?, w.executing_statement) = 1"));

	private static final SessionQuery WAITING = new SessionQuery(
			BLOCKING.formatted("locate(',' || w.session_id || ',', ?) > 0"));

	private H2Sessions() {
	}

	@Override
	public boolean outlivesSessions(String url) {
		return IN_MEMORY.stream().noneMatch(url::contains);
	}

	@Override
	public String ownSession() {
		return "select session_id()";
	}

	@Override
	public List<LockHolder> lockHolders(Connection connection, String lock) throws SQLException {
		return LOCKING.run(connection, lock);
	}

	@Override
	public List<LockHolder> blockers(Connection connection, List<String> sessions) throws SQLException {
		return WAITING.run(connection, "," + String.join(",", sessions) + ",");
	}

	@Override
	public String rightToSeeSessions() {
		return "ADMIN";
	}

}
