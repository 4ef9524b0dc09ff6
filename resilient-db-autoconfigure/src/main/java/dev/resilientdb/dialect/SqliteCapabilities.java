package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.capability.CapabilityProbe;

/**
 * What SQLite can do, from <a href="https://www.sqlite.org/">its documentation</a>.
 */
final class SqliteCapabilities {

	static final CapabilityTable TABLE = CapabilityTable.of("https://www.sqlite.org/",
			"""
					TRANSACTIONAL_DDL           YES      -       lang_transaction.html
					IDEMPOTENT_DDL              YES      -       lang_createtable.html
					CONCURRENT_INDEX            NO       -       lang_createindex.html  There is one writer
					ONLINE_DDL_CLAUSES          NO       -       lang_altertable.html
					INSTANT_ADD_COLUMN          YES      -       lang_altertable.html
					NOT_VALID_CONSTRAINTS       NO       -       lang_altertable.html
					DEFERRED_CONSTRAINTS        YES      -       foreignkeys.html
					CHECK_CONSTRAINTS           YES      -       lang_createtable.html
					FOREIGN_KEYS                PARTIAL  3.6.19  foreignkeys.html       Each connection has to switch them on with PRAGMA foreign_keys
					STORED_GENERATED_COLUMNS    YES      3.31    gencol.html
					VIRTUAL_GENERATED_COLUMNS   YES      3.31    gencol.html
					PARTIAL_INDEXES             YES      3.8     partialindex.html
					EXPRESSION_INDEXES          YES      3.9     expridx.html
					SEQUENCES                   NO       -       autoinc.html
					IDENTITY_COLUMNS            YES      -       autoinc.html           INTEGER PRIMARY KEY
					JSON_TYPE                   NO       -       json1.html             A check with json_valid does
					JSON_PATHS                  YES      3.38    json1.html
					ROW_ESTIMATES               PARTIAL  -       fileformat2.html       sqlite_stat1, after ANALYZE and for tables with an index
					RETURNING                   YES      3.35    lang_returning.html
					UPSERT                      YES      3.24    lang_upsert.html       INSERT ON CONFLICT
					SAVEPOINTS                  YES      -       lang_savepoint.html
					SAVEPOINT_AFTER_ERROR       YES      -       lang_savepoint.html
					TRANSACTION_AFTER_ERROR     YES      -       lang_transaction.html  A full disk, an I/O error or a lack of memory may roll back the transaction
					READ_ONLY_TRANSACTIONS      PARTIAL  3.8     pragma.html            PRAGMA query_only holds for the connection
					TRANSACTION_STATUS          NO       -       lang_transaction.html
					READ_UNCOMMITTED            PARTIAL  -       pragma.html            Only between connections that share a cache
					READ_COMMITTED              NO       -       isolation.html         It is SERIALIZABLE, whatever is asked for
					REPEATABLE_READ             YES      -       isolation.html         It is SERIALIZABLE, whatever is asked for
					LOST_UPDATES_REFUSED        YES      -       isolation.html         With SQLITE_BUSY_SNAPSHOT
					SERIALIZABLE                YES      -       isolation.html
					READS_PASS_WRITERS          PARTIAL  3.7     wal.html               With PRAGMA journal_mode=WAL; otherwise readers hold up a commit and wait for it
					CONCURRENT_WRITERS          NO       -       isolation.html
					ROW_LOCKS                   NO       -       lang_select.html
					FOR_UPDATE_OF               NO       -       lang_select.html
					NOWAIT                      NO       -       lang_select.html
					SKIP_LOCKED                 NO       -       lang_select.html
					LOCK_TIMEOUT_SESSION        YES      -       pragma.html            PRAGMA busy_timeout
					LOCK_TIMEOUT_TRANSACTION    NO       -       pragma.html
					LOCK_TIMEOUT_STATEMENT      NO       -       pragma.html
					STATEMENT_TIMEOUT           NO       -       pragma.html
					TRANSACTION_TIMEOUT         NO       -       pragma.html
					SESSION_ADVISORY_LOCKS      NO       -       lang_corefunc.html
					TRANSACTION_ADVISORY_LOCKS  NO       -       lang_corefunc.html
					DEADLOCK_DETECTION          YES      -       lang_transaction.html  Whoever would wait for ever gets SQLITE_BUSY at once
					BLOCKING_SESSIONS           NO       -       lang_corefunc.html
					BACKUP_STATEMENT            YES      3.27    lang_vacuum.html       VACUUM INTO
					INTEGRITY_CHECK             YES      -       pragma.html            PRAGMA integrity_check
					""");

	static final List<CapabilityProbe> PROBES = ProbeList
		.of("""
				FOREIGN_KEYS  pragma foreign_keys
				JSON_PATHS    select json_extract('{"a": 1}', '$.a') = 1
				RETURNING     create temporary table resilient_db_probe (id int); insert into temp.resilient_db_probe values (1) returning id = 1
				""");

	private SqliteCapabilities() {
	}

}
