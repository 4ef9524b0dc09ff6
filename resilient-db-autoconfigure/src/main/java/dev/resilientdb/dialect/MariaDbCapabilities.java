package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.capability.CapabilityProbe;

/**
 * What MariaDB can do, from <a href="https://mariadb.com/kb/en/">its documentation</a>.
 */
final class MariaDbCapabilities {

	static final CapabilityTable TABLE = CapabilityTable.of("https://mariadb.com/kb/en/",
			"""
					TRANSACTIONAL_DDL           NO       -       sql-statements-that-cause-an-implicit-commit  DDL commits before and after itself
					IDEMPOTENT_DDL              YES      -       create-table
					CONCURRENT_INDEX            YES      10.0    innodb-online-ddl-overview                    LOCK=NONE; waits for running transactions and has others wait behind it
					ONLINE_DDL_CLAUSES          YES      10.0    alter-table
					INSTANT_ADD_COLUMN          YES      10.3.2  instant-add-column-for-innodb
					NOT_VALID_CONSTRAINTS       PARTIAL  -       foreign-keys                                  Foreign keys, with foreign_key_checks=0 in the session that adds them; nothing validates old rows
					DEFERRED_CONSTRAINTS        NO       -       foreign-keys
					CHECK_CONSTRAINTS           YES      10.2.1  constraint
					FOREIGN_KEYS                YES      -       foreign-keys                                  With InnoDB and foreign_key_checks, both the default
					STORED_GENERATED_COLUMNS    YES      5.2     generated-columns
					VIRTUAL_GENERATED_COLUMNS   YES      5.2     generated-columns
					PARTIAL_INDEXES             NO       -       create-index
					EXPRESSION_INDEXES          NO       -       create-index
					SEQUENCES                   YES      10.3    create-sequence
					IDENTITY_COLUMNS            YES      -       auto_increment                                AUTO_INCREMENT
					JSON_TYPE                   PARTIAL  10.2.7  json                                          An alias of LONGTEXT that checks nothing
					JSON_TYPE                   YES      10.4.3  json                                          An alias of LONGTEXT with a check
					JSON_PATHS                  YES      10.2.3  json-functions
					ROW_ESTIMATES               YES      -       information-schema-tables-table
					RETURNING                   PARTIAL  10.0.5  delete                                        DELETE alone
					RETURNING                   PARTIAL  10.5    insertreturning                               INSERT, REPLACE and DELETE
					UPSERT                      YES      -       insert-on-duplicate-key-update                INSERT ON DUPLICATE KEY UPDATE
					SAVEPOINTS                  YES      -       savepoint
					SAVEPOINT_AFTER_ERROR       YES      -       savepoint                                     A deadlock rolls back the transaction with all savepoints
					TRANSACTION_AFTER_ERROR     YES      -       savepoint                                     A deadlock and, with innodb_snapshot_isolation, error 1020 roll back the transaction
					READ_ONLY_TRANSACTIONS      YES      10.0    start-transaction
					TRANSACTION_STATUS          NO       -       start-transaction
					READ_UNCOMMITTED            YES      -       set-transaction
					READ_COMMITTED              YES      -       set-transaction
					REPEATABLE_READ             YES      -       set-transaction                               Plain queries; without innodb_snapshot_isolation locking reads and updates see what is committed now
					LOST_UPDATES_REFUSED        PARTIAL  -       innodb-system-variables                       With innodb_snapshot_isolation=ON, where the version has it
					LOST_UPDATES_REFUSED        YES      11.6.2  innodb-system-variables                       Unless innodb_snapshot_isolation is off
					SERIALIZABLE                YES      -       set-transaction                               Reads lock their rows: one of two transactions becomes a deadlock's victim
					READS_PASS_WRITERS          YES      -       set-transaction
					CONCURRENT_WRITERS          YES      -       innodb-lock-modes
					ROW_LOCKS                   YES      -       for-update
					FOR_UPDATE_OF               NO       -       select
					NOWAIT                      YES      10.3    wait-and-nowait
					SKIP_LOCKED                 YES      10.6    select
					LOCK_TIMEOUT_SESSION        YES      -       innodb-system-variables                       innodb_lock_wait_timeout, for DDL lock_wait_timeout
					LOCK_TIMEOUT_TRANSACTION    NO       -       set
					LOCK_TIMEOUT_STATEMENT      YES      10.3    wait-and-nowait                               FOR UPDATE WAIT n, whole seconds
					STATEMENT_TIMEOUT           YES      10.1.1  aborting-statements                           max_statement_time
					TRANSACTION_TIMEOUT         NO       -       server-system-variables
					SESSION_ADVISORY_LOCKS      YES      -       get_lock                                      GET_LOCK
					TRANSACTION_ADVISORY_LOCKS  NO       -       get_lock
					DEADLOCK_DETECTION          YES      -       innodb-lock-modes                             At once, unless innodb_deadlock_detect is off
					BLOCKING_SESSIONS           PARTIAL  -       information-schema-innodb_lock_waits-table    Needs the privilege PROCESS
					BACKUP_STATEMENT            NO       -       backup-and-restore-overview
					INTEGRITY_CHECK             YES      -       check-table
					""");

	static final List<CapabilityProbe> PROBES = ProbeList
		.of("""
				FOREIGN_KEYS            select @@foreign_key_checks
				CHECK_CONSTRAINTS       select count(*) = 1 from information_schema.system_variables where variable_name = 'CHECK_CONSTRAINT_CHECKS' and session_value = 'ON'
				DEADLOCK_DETECTION      select count(*) = 0 from information_schema.system_variables where variable_name = 'INNODB_DEADLOCK_DETECT' and global_value = 'OFF'
				LOST_UPDATES_REFUSED    select count(*) = 1 from information_schema.system_variables where variable_name = 'INNODB_SNAPSHOT_ISOLATION' and session_value = 'ON'
				ROW_LOCKS               select count(*) = 1 from information_schema.engines where engine = 'InnoDB' and support = 'DEFAULT'
				LOCK_TIMEOUT_SESSION    select @@innodb_lock_wait_timeout > 0
				STATEMENT_TIMEOUT       select count(*) = 1 from information_schema.system_variables where variable_name = 'MAX_STATEMENT_TIME'
				JSON_PATHS              select json_extract('{"a": 1}', '$.a') = 1
				SESSION_ADVISORY_LOCKS  select get_lock(concat('resilient-db-', connection_id()), 0); select release_lock(concat('resilient-db-', connection_id()))
				""");

	private MariaDbCapabilities() {
	}

}
