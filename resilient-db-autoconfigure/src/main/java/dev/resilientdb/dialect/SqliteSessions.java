package dev.resilientdb.dialect;

import dev.resilientdb.migration.SessionDialect;

/**
 * Sessions of SQLite, which are connections to a file or hold the database themselves.
 */
final class SqliteSessions implements SessionDialect {

	static final SqliteSessions INSTANCE = new SqliteSessions();

	private static final String ANONYMOUS = "jdbc:sqlite:";

	private SqliteSessions() {
	}

	@Override
	public boolean hasTransactionalDdl() {
		return true;
	}

	@Override
	public boolean outlivesSessions(String url) {
		return !url.equals(ANONYMOUS) && !url.contains(":memory:") && !url.contains("mode=memory");
	}

}
