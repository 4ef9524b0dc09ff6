package dev.resilientdb.dialect;

/**
 * Where <a href=
 * "https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html">MySQL</a> and
 * MariaDB tell their limits. The connection that they keep for an administrator comes on
 * top of max_connections. A session's max_user_connections is the one that holds for its
 * account, and without further privileges a login sees its own sessions alone.
 */
final class MySqlLimits {

	private static final String ALLOWANCES = """
			select 'max_connections', @@global.max_connections, 0,
			    (select variable_value from {status} where variable_name = 'Threads_connected')
			union all
			select 'max_user_connections', @@max_user_connections, 0,
			    (select count(*) from information_schema.processlist where user = substring_index(current_user(), '@', 1))
			from dual where @@max_user_connections > 0""";

	private static final String IDLE_MILLIS = "select @@wait_timeout * 1000";

	static final LimitQuery MYSQL = query("performance_schema.global_status");

	static final LimitQuery MARIADB = query("information_schema.global_status");

	private MySqlLimits() {
	}

	private static LimitQuery query(String status) {
		return new LimitQuery(ALLOWANCES.replace("{status}", status), IDLE_MILLIS);
	}

}
