package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.capability.CapabilityProbe;

/**
 * What MySQL can do, from <a href="https://dev.mysql.com/doc/refman/8.4/en/">its
 * documentation</a>.
 */
final class MySqlCapabilities {

	static final CapabilityTable TABLE = CapabilityTable.of("https://dev.mysql.com/doc/refman/8.4/en/",
			"""
					TRANSACTIONAL_DDL           NO       -       implicit-commit.html                           DDL commits before and after itself; each statement is atomic since 8.0
					IDEMPOTENT_DDL              YES      -       create-table.html
					CONCURRENT_INDEX            YES      5.6     innodb-online-ddl-operations.html              LOCK=NONE; waits for running transactions and has others wait behind it
					ONLINE_DDL_CLAUSES          YES      5.6     alter-table.html
					INSTANT_ADD_COLUMN          YES      8.0.12  innodb-online-ddl-operations.html
					NOT_VALID_CONSTRAINTS       PARTIAL  -       create-table-foreign-keys.html                 Foreign keys, with foreign_key_checks=0 in the session that adds them; nothing validates old rows
					DEFERRED_CONSTRAINTS        NO       -       create-table-foreign-keys.html
					CHECK_CONSTRAINTS           YES      8.0.16  create-table-check-constraints.html
					FOREIGN_KEYS                YES      -       create-table-foreign-keys.html                 With InnoDB and foreign_key_checks, both the default
					STORED_GENERATED_COLUMNS    YES      5.7.6   create-table-generated-columns.html
					VIRTUAL_GENERATED_COLUMNS   YES      5.7.6   create-table-generated-columns.html
					PARTIAL_INDEXES             NO       -       create-index.html
					EXPRESSION_INDEXES          YES      8.0.13  create-index.html
					SEQUENCES                   NO       -       example-auto-increment.html
					IDENTITY_COLUMNS            YES      -       example-auto-increment.html                    AUTO_INCREMENT
					JSON_TYPE                   YES      5.7.8   json.html
					JSON_PATHS                  YES      5.7.8   json-search-functions.html
					ROW_ESTIMATES               YES      -       information-schema-tables-table.html
					RETURNING                   NO       -       insert.html
					UPSERT                      YES      -       insert-on-duplicate.html                       INSERT ON DUPLICATE KEY UPDATE
					SAVEPOINTS                  YES      -       savepoint.html
					SAVEPOINT_AFTER_ERROR       YES      -       savepoint.html                                 A deadlock rolls back the transaction with all savepoints
					TRANSACTION_AFTER_ERROR     YES      -       innodb-error-handling.html                     A deadlock rolls back the transaction
					READ_ONLY_TRANSACTIONS      YES      5.6.5   commit.html
					TRANSACTION_STATUS          NO       -       commit.html
					READ_UNCOMMITTED            YES      -       innodb-transaction-isolation-levels.html
					READ_COMMITTED              YES      -       innodb-transaction-isolation-levels.html
					REPEATABLE_READ             YES      -       innodb-transaction-isolation-levels.html       Plain queries; locking reads and updates see what is committed now
					LOST_UPDATES_REFUSED        NO       -       innodb-transaction-isolation-levels.html
					SERIALIZABLE                YES      -       innodb-transaction-isolation-levels.html       Reads lock their rows: one of two transactions becomes a deadlock's victim
					READS_PASS_WRITERS          YES      -       innodb-consistent-read.html
					CONCURRENT_WRITERS          YES      -       innodb-locking.html
					ROW_LOCKS                   YES      -       innodb-locking-reads.html
					FOR_UPDATE_OF               YES      8.0.1   select.html
					NOWAIT                      YES      8.0.1   innodb-locking-reads.html
					SKIP_LOCKED                 YES      8.0.1   innodb-locking-reads.html
					LOCK_TIMEOUT_SESSION        YES      -       innodb-parameters.html                         innodb_lock_wait_timeout, for DDL lock_wait_timeout; whole seconds
					LOCK_TIMEOUT_TRANSACTION    NO       -       set-variable.html
					LOCK_TIMEOUT_STATEMENT      NO       -       optimizer-hints.html
					STATEMENT_TIMEOUT           PARTIAL  5.7.8   server-system-variables.html                   max_execution_time, for SELECT alone
					TRANSACTION_TIMEOUT         NO       -       server-system-variables.html
					SESSION_ADVISORY_LOCKS      YES      -       locking-functions.html                         GET_LOCK
					TRANSACTION_ADVISORY_LOCKS  NO       -       locking-functions.html
					DEADLOCK_DETECTION          YES      -       innodb-deadlock-detection.html                 At once, unless innodb_deadlock_detect is off
					BLOCKING_SESSIONS           PARTIAL  8.0.1   performance-schema-data-lock-waits-table.html  Needs SELECT on performance_schema
					BACKUP_STATEMENT            NO       -       backup-and-recovery.html
					INTEGRITY_CHECK             YES      -       check-table.html
					""");

	static final List<CapabilityProbe> PROBES = ProbeList
		.of("""
				FOREIGN_KEYS            select @@foreign_key_checks
				DEADLOCK_DETECTION      select count(*) = 0 from performance_schema.session_variables where variable_name = 'innodb_deadlock_detect' and variable_value = 'OFF'
				ROW_LOCKS               select count(*) = 1 from information_schema.engines where engine = 'InnoDB' and support = 'DEFAULT'
				LOCK_TIMEOUT_SESSION    select @@innodb_lock_wait_timeout > 0
				JSON_PATHS              select json_extract('{"a": 1}', '$.a') = 1
				SESSION_ADVISORY_LOCKS  select get_lock(concat('resilient-db-', connection_id()), 0); select release_lock(concat('resilient-db-', connection_id()))
				""");

	private MySqlCapabilities() {
	}

}
