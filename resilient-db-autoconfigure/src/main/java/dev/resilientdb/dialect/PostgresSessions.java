package dev.resilientdb.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.resilientdb.migration.AnomalyKind;
import dev.resilientdb.migration.LockHolder;
import dev.resilientdb.migration.SchemaLeftover;
import dev.resilientdb.migration.SessionDialect;
import dev.resilientdb.migration.SessionSetting;
import dev.resilientdb.migration.SessionSetting.Kind;
import dev.resilientdb.migration.SessionSetting.Zero;

/**
 * Sessions of PostgreSQL. An advisory lock is shown in
 * <a href="https://www.postgresql.org/docs/current/view-pg-locks.html">pg_locks</a> by
 * the halves of its number.
 */
final class PostgresSessions implements SessionDialect {

	static final PostgresSessions INSTANCE = new PostgresSessions();

	private static final String SESSION = """
			select act.pid::text, coalesce(nullif(act.application_name, ''), act.usename::text),
			    host(act.client_addr), coalesce(act.xact_start, act.state_change, act.backend_start), act.state,
			    nullif(act.query, '<insufficient privilege>')
			""";

	private static final SessionQuery HOLDERS = new SessionQuery(SESSION + """
			from pg_locks loc join pg_stat_activity act on act.pid = loc.pid
			where loc.locktype = 'advisory' and loc.objsubid = 1 and loc.granted
			    and loc.database = (select oid from pg_database where datname = current_database())
			    and ((loc.classid::bigint << 32) | loc.objid::bigint) = cast(? as bigint)""");

	private static final SessionQuery BLOCKERS = new SessionQuery(SESSION + """
			from pg_stat_activity act
			where act.pid in (select unnest(pg_blocking_pids(own)) from unnest(cast(? as int[])) own)""");

	// Whoever builds an index or validates a constraint right now holds this lock on its
	// table
	private static final String UNDER_WAY = """
			exists (select 1 from pg_locks loc where loc.locktype = 'relation' and loc.granted
			    and loc.database = (select oid from pg_database where datname = current_database())
			    and loc.relation = {table} and loc.mode = 'ShareUpdateExclusiveLock' and loc.pid <> pg_backend_pid())
			""";

	private static final String SCHEMAS = "nsp.nspname = any (cast(? as text[]))";

	private static final LeftoverQuery INDEXES = new LeftoverQuery(AnomalyKind.INVALID_INDEX, """
			select format('%I.%I', nsp.nspname, tab.relname), ind.relname,
			    case when ind.relname ~ '{copy}' then 'DROP' when idx.indisunique then 'REBUILD_UNIQUE'
			        else 'REBUILD' end,
			    format('DROP INDEX CONCURRENTLY %I.%I; ', nsp.nspname, ind.relname)
			        || case when ind.relname ~ '{copy}' then ''
			            else regexp_replace(pg_get_indexdef(idx.indexrelid), 'INDEX ', 'INDEX CONCURRENTLY ') || ';' end
			from pg_index idx join pg_class ind on ind.oid = idx.indexrelid
			    join pg_class tab on tab.oid = idx.indrelid join pg_namespace nsp on nsp.oid = tab.relnamespace
			where ind.relkind = 'i' and not (idx.indisvalid and idx.indisready) and {schemas} and not {busy}
			order by 1, 2""".replace("{copy}", "_cc(new|old)[0-9]*$")
		.replace("{schemas}", SCHEMAS)
		.replace("{busy}", UNDER_WAY.replace("{table}", "tab.oid")));

	private static final LeftoverQuery CONSTRAINTS = new LeftoverQuery(AnomalyKind.UNVALIDATED_CONSTRAINT, """
			select format('%I.%I', nsp.nspname, tab.relname), con.conname, 'VALIDATE',
			    format('ALTER TABLE %I.%I VALIDATE CONSTRAINT %I;', nsp.nspname, tab.relname, con.conname)
			from pg_constraint con join pg_class tab on tab.oid = con.conrelid
			    join pg_namespace nsp on nsp.oid = tab.relnamespace
			where not con.convalidated and con.conparentid = 0 and {schemas} and not {busy}
			order by 1, 2""".replace("{schemas}", SCHEMAS).replace("{busy}", UNDER_WAY.replace("{table}", "tab.oid")));

	private static final Pattern CONCURRENTLY = Pattern.compile("\\bconcurrently\\b", Pattern.CASE_INSENSITIVE);

	// pg_settings would compute all settings for one
	private static final String VALUE = "round(extract(epoch from current_setting('{name}')::interval) * 1000)::bigint";

	private static final String READ = "select " + VALUE;

	private static final String WRITE = "select set_config('{name}', '%d', false)";

	private static final String TIGHTEN = "select value, set_config('{name}', case when value between 1 and %1$d"
			+ " then value else %1$d end::text, false) from (select " + VALUE + " as value) former";

	private PostgresSessions() {
	}

	@Override
	public boolean hasTransactionalDdl() {
		return true;
	}

	@Override
	public boolean outlivesSessions(String url) {
		return true;
	}

	@Override
	public String ownSession() {
		return "select pg_backend_pid()";
	}

	@Override
	public List<LockHolder> lockHolders(Connection connection, String lock) throws SQLException {
		return HOLDERS.run(connection, lock);
	}

	@Override
	public List<LockHolder> blockers(Connection connection, List<String> sessions) throws SQLException {
		return BLOCKERS.run(connection, "{" + String.join(",", sessions) + "}");
	}

	// A statement that waits for all transactions cannot outlast that of the lock
	@Override
	public String adviceOnOwnLock() {
		return "Set spring.flyway.postgresql.transactional-lock=false";
	}

	@Override
	public String rightToSeeSessions() {
		return "pg_read_all_stats";
	}

	@Override
	public List<SessionSetting> sessionSettings(Duration lock, Duration statement) {
		List<SessionSetting> result = new ArrayList<>();
		add(result, Kind.LOCK, "lock_timeout", lock);
		add(result, Kind.STATEMENT, "statement_timeout", statement);
		return result;
	}

	private static void add(List<SessionSetting> settings, Kind kind, String name, Duration limit) {
		if (!limit.isZero()) {
			settings.add(new SessionSetting(kind, READ.replace("{name}", name), WRITE.replace("{name}", name),
					TIGHTEN.replace("{name}", name), Zero.NO_LIMIT, limit.toMillis()));
		}
	}

	@Override
	public boolean isPatient(String statement) {
		return CONCURRENTLY.matcher(statement).find();
	}

	@Override
	public List<SchemaLeftover> leftovers(Connection connection, List<String> schemas) throws SQLException {
		List<SchemaLeftover> result = new ArrayList<>(INDEXES.run(connection, names(connection, schemas)));
		result.addAll(CONSTRAINTS.run(connection, names(connection, schemas)));
		return result;
	}

	private static String[] names(Connection connection, List<String> schemas) throws SQLException {
		String own = connection.getSchema();
		if (!schemas.isEmpty()) {
			return schemas.toArray(String[]::new);
		}
		return (own != null) ? new String[] { own } : new String[0];
	}

}
