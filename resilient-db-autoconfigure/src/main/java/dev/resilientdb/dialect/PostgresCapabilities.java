package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.capability.CapabilityProbe;

/**
 * What PostgreSQL can do, from <a href="https://www.postgresql.org/docs/current/">its
 * documentation</a>.
 */
final class PostgresCapabilities {

	static final CapabilityTable TABLE = CapabilityTable.of("https://www.postgresql.org/docs/current/",
			"""
					TRANSACTIONAL_DDL           YES      -    sql-begin.html
					IDEMPOTENT_DDL              YES      9.1  sql-createtable.html
					CONCURRENT_INDEX            YES      8.2  sql-createindex.html        CREATE INDEX CONCURRENTLY, outside a transaction; a failed one leaves an invalid index
					ONLINE_DDL_CLAUSES          NO       -    sql-altertable.html
					INSTANT_ADD_COLUMN          YES      11   sql-altertable.html         A volatile default, a stored generated column or identity rewrites the table
					NOT_VALID_CONSTRAINTS       YES      9.2  sql-altertable.html         Foreign keys and checks; not null since 18
					DEFERRED_CONSTRAINTS        YES      -    sql-set-constraints.html
					CHECK_CONSTRAINTS           YES      -    ddl-constraints.html
					FOREIGN_KEYS                YES      -    ddl-constraints.html
					STORED_GENERATED_COLUMNS    YES      12   ddl-generated-columns.html
					VIRTUAL_GENERATED_COLUMNS   YES      18   ddl-generated-columns.html
					PARTIAL_INDEXES             YES      -    indexes-partial.html
					EXPRESSION_INDEXES          YES      -    indexes-expressional.html
					SEQUENCES                   YES      -    sql-createsequence.html
					IDENTITY_COLUMNS            PARTIAL  -    datatype-numeric.html       serial alone
					IDENTITY_COLUMNS            YES      10   ddl-identity-columns.html
					JSON_TYPE                   YES      9.2  datatype-json.html
					JSON_PATHS                  YES      9.3  functions-json.html
					ROW_ESTIMATES               YES      -    catalog-pg-class.html       reltuples is -1 or 0 before the first ANALYZE
					RETURNING                   YES      8.2  dml-returning.html
					UPSERT                      YES      9.5  sql-insert.html             INSERT ON CONFLICT
					SAVEPOINTS                  YES      -    sql-savepoint.html
					SAVEPOINT_AFTER_ERROR       YES      -    sql-rollback-to.html
					TRANSACTION_AFTER_ERROR     NO       -    sql-rollback-to.html        Any error aborts the transaction up to a savepoint
					READ_ONLY_TRANSACTIONS      YES      -    sql-set-transaction.html
					TRANSACTION_STATUS          YES      10   functions-info.html         pg_xact_status
					READ_UNCOMMITTED            NO       -    transaction-iso.html        It is READ COMMITTED
					READ_COMMITTED              YES      -    transaction-iso.html
					REPEATABLE_READ             YES      -    transaction-iso.html        It is snapshot isolation
					LOST_UPDATES_REFUSED        YES      -    transaction-iso.html
					SERIALIZABLE                YES      9.1  transaction-iso.html        Of two transactions one fails with 40001
					READS_PASS_WRITERS          YES      -    mvcc-intro.html
					CONCURRENT_WRITERS          YES      -    mvcc-intro.html
					ROW_LOCKS                   YES      -    explicit-locking.html
					FOR_UPDATE_OF               YES      -    sql-select.html
					NOWAIT                      YES      8.1  sql-select.html
					SKIP_LOCKED                 YES      9.5  sql-select.html
					LOCK_TIMEOUT_SESSION        YES      9.3  runtime-config-client.html  SET lock_timeout
					LOCK_TIMEOUT_TRANSACTION    YES      9.3  sql-set.html                SET LOCAL lock_timeout
					LOCK_TIMEOUT_STATEMENT      NO       -    sql-select.html
					STATEMENT_TIMEOUT           YES      -    runtime-config-client.html  SET statement_timeout
					TRANSACTION_TIMEOUT         YES      17   runtime-config-client.html  SET transaction_timeout ends the session
					SESSION_ADVISORY_LOCKS      YES      8.2  explicit-locking.html       Not behind a pooler that shares sessions between transactions
					TRANSACTION_ADVISORY_LOCKS  YES      9.1  explicit-locking.html
					DEADLOCK_DETECTION          YES      -    explicit-locking.html       After deadlock_timeout, 1 s unless configured
					BLOCKING_SESSIONS           YES      9.6  functions-info.html         pg_blocking_pids
					BACKUP_STATEMENT            NO       -    backup.html                 pg_dump and pg_basebackup are programs
					INTEGRITY_CHECK             PARTIAL  10   amcheck.html                The extension amcheck must be installed
					""");

	static final List<CapabilityProbe> PROBES = ProbeList
		.of("""
				LOCK_TIMEOUT_SESSION        select count(*) = 1 from pg_settings where name = 'lock_timeout'
				LOCK_TIMEOUT_TRANSACTION    select count(*) = 1 from pg_settings where name = 'lock_timeout'
				STATEMENT_TIMEOUT           select count(*) = 1 from pg_settings where name = 'statement_timeout'
				TRANSACTION_TIMEOUT         select count(*) = 1 from pg_settings where name = 'transaction_timeout'
				SESSION_ADVISORY_LOCKS      select count(*) > 0 from pg_proc where proname = 'pg_try_advisory_lock'
				TRANSACTION_ADVISORY_LOCKS  select count(*) > 0 from pg_proc where proname = 'pg_try_advisory_xact_lock'
				TRANSACTION_STATUS          select count(*) > 0 from pg_proc where proname in ('pg_xact_status', 'txid_status')
				BLOCKING_SESSIONS           select count(*) > 0 from pg_proc where proname = 'pg_blocking_pids'
				INTEGRITY_CHECK             select count(*) > 0 from pg_extension where extname = 'amcheck'
				JSON_PATHS                  select '{"a": 1}'::json ->> 'a' = '1'
				SAVEPOINTS                  begin; savepoint probe; rollback to savepoint probe; rollback
				""");

	private PostgresCapabilities() {
	}

}
