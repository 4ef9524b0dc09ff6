package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.resilientdb.migration.SchemaRights;

/**
 * Asks a server what the login may do.
 *
 * @param sql answers one row with the name of a {@link SchemaRights}
 */
record RightsQuery(String sql) {

	private static final int TIMEOUT_SECONDS = 5;

	/**
	 * Superusers own everything; others own what they created, or may create.
	 */
	static final RightsQuery POSTGRES = new RightsQuery("""
			select case when rol.rolsuper then 'SERVER'
			    when has_schema_privilege(current_schema(), 'CREATE')
			        or exists (select 1 from pg_class cls join pg_namespace nsp on nsp.oid = cls.relnamespace
			            where nsp.nspname = current_schema() and cls.relowner = rol.oid) then 'TABLES'
			    else 'ROWS' end
			from pg_roles rol where rol.rolname = current_user""");

	/**
	 * Grants on all schemas and on this one; names of schemas may be patterns.
	 */
	static final RightsQuery MYSQL = new RightsQuery("""
			select case when exists (select 1 from information_schema.user_privileges
			        where grantee = {login} and privilege_type in ('SUPER', 'CREATE USER', 'SYSTEM_USER')) then 'SERVER'
			    when exists (select 1 from information_schema.user_privileges
			            where grantee = {login} and privilege_type in ('CREATE', 'ALTER'))
			        or exists (select 1 from information_schema.schema_privileges where grantee = {login}
			            and database() like table_schema and privilege_type in ('CREATE', 'ALTER')) then 'TABLES'
			    else 'ROWS' end""".replace("{login}", "concat('''', replace(current_user(), '@', '''@'''), '''')"));

	SchemaRights run(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.setQueryTimeout(TIMEOUT_SECONDS);
			try (ResultSet result = statement.executeQuery(this.sql)) {
				return result.next() ? SchemaRights.valueOf(result.getString(1)) : SchemaRights.UNKNOWN;
			}
		}
	}

}
