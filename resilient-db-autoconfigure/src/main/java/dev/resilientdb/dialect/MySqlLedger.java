package dev.resilientdb.dialect;

import dev.resilientdb.migration.LedgerSyntax;

/**
 * What the guard's own tables need to know about MySQL and MariaDB. A run is marked by a
 * <a href="https://dev.mysql.com/doc/refman/8.4/en/locking-functions.html">lock with a
 * name</a>, which the nodes of a Galera cluster do not share.
 */
final class MySqlLedger {

	private static final String MARK = "select get_lock(concat('resilient-db-', ?), 0)";

	private static final String IS_MARKED = "select is_used_lock(concat('resilient-db-', ?)) is not null";

	static final LedgerSyntax MYSQL = LedgerSyntax.STANDARD.withText("longtext")
		.withMark(MARK, IS_MARKED)
		.withSchema(MySqlSchema.MYSQL);

	static final LedgerSyntax MARIADB = LedgerSyntax.STANDARD.withText("longtext")
		.withMark(MARK, "select if(@@wsrep_on, null, is_used_lock(concat('resilient-db-', ?)) is not null)")
		.withSchema(MySqlSchema.MARIADB);

	private MySqlLedger() {
	}

}
