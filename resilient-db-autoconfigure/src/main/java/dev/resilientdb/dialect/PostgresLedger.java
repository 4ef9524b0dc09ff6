package dev.resilientdb.dialect;

import dev.resilientdb.migration.LedgerSyntax;
import dev.resilientdb.migration.LedgerSyntax.Ddl;
import dev.resilientdb.migration.LedgerSyntax.Writers;

/**
 * What the guard's own tables need to know about PostgreSQL. A run is marked by an
 * <a href=
 * "https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">advisory
 * lock</a> of the session. Records need not wait for the disk: a crash of the server ends
 * the migration too.
 */
final class PostgresLedger {

	// "rdb1"
	private static final int LOCKS = 0x72646231;

	static final LedgerSyntax SYNTAX = LedgerSyntax.STANDARD.with(Ddl.TRANSACTIONAL, Writers.MANY)
		.withText("text")
		.withPreparation("set synchronous_commit = off")
		.withMark("select pg_advisory_lock(" + LOCKS + ", ?)",
				"""
						select count(*) from pg_locks
						where locktype = 'advisory' and granted and classid::bigint = {locks}
						    and objid::bigint = (?::int)::bigint & 4294967295 and objsubid = 2
						    and database = (select oid from pg_database where datname = current_database())"""
					.replace("{locks}", String.valueOf(LOCKS)))
		.withSchema(PostgresSchema.QUERY)
		.withReplacing(
				" on conflict (history, kind) do update set content = excluded.content, written = excluded.written");

	private PostgresLedger() {
	}

}
