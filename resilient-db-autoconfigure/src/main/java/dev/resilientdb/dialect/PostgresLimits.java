package dev.resilientdb.dialect;

/**
 * Where <a href=
 * "https://www.postgresql.org/docs/current/runtime-config-connection.html">PostgreSQL</a>
 * tells its limits. Those of a role and a database do not bind superusers.
 */
final class PostgresLimits {

	// Of others' sessions an ordinary login does not see the type
	private static final String SESSION = "usesysid is not null and coalesce(backend_type, 'client backend') = 'client backend'";

	static final LimitQuery QUERY = new LimitQuery("""
			select 'max_connections', current_setting('max_connections')::int,
			    current_setting('superuser_reserved_connections')::int
			        + coalesce(nullif(current_setting('reserved_connections', true), '')::int, 0),
			    (select count(*) from pg_stat_activity where datid is not null and {session})
			union all
			select 'connection limit of the role', rol.rolconnlimit, 0,
			    (select count(*) from pg_stat_activity where usesysid = rol.oid and {session})
			from pg_roles rol where rol.rolname = session_user and rol.rolconnlimit >= 0 and not rol.rolsuper
			union all
			select 'connection limit of the database', dat.datconnlimit, 0,
			    (select count(*) from pg_stat_activity where datid = dat.oid and {session})
			from pg_database dat join pg_roles rol on rol.rolname = session_user
			where dat.datname = current_database() and dat.datconnlimit >= 0 and not rol.rolsuper"""
		.replace("{session}", SESSION), "select setting from pg_settings where name = 'idle_session_timeout'");

	private PostgresLimits() {
	}

}
