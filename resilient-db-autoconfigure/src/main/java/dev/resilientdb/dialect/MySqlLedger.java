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

	private static final String REPLACING = " on duplicate key update"
			+ " content = values(content), written = values(written)";

	// An engine that the server does not know any more counts as well
	private static final String LASTING = """
			select count(*) from information_schema.tables tab
			    left join information_schema.engines eng on eng.engine = tab.engine
			where tab.table_schema not in ('mysql', 'information_schema', 'performance_schema', 'sys')
			    and tab.table_type not in ('VIEW', 'SYSTEM VIEW') and coalesce(eng.transactions, 'NO') <> 'YES'""";

	static final LedgerSyntax MYSQL = LedgerSyntax.STANDARD.withText("longtext")
		.withMark(MARK, IS_MARKED)
		.withSchema(MySqlSchema.MYSQL)
		.withLasting(LASTING)
		.withReplacing(REPLACING);

	static final LedgerSyntax MARIADB = LedgerSyntax.STANDARD.withText("longtext")
		.withMark(MARK, "select if(@@wsrep_on, null, is_used_lock(concat('resilient-db-', ?)) is not null)")
		.withSchema(MySqlSchema.MARIADB)
		.withLasting(LASTING)
		.withReplacing(REPLACING);

	private MySqlLedger() {
	}

}
