package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.capability.CapabilityProbe;

/**
 * What SQL Server can do, from <a href="https://learn.microsoft.com/en-us/sql/">its
 * documentation</a>.
 */
final class SqlServerCapabilities {

	static final CapabilityTable TABLE = CapabilityTable.of("https://learn.microsoft.com/en-us/sql/",
			"""
					TRANSACTIONAL_DDL           YES      -   t-sql/language-elements/transactions-transact-sql
					IDEMPOTENT_DDL              PARTIAL  13  t-sql/statements/drop-table-transact-sql                                                DROP TABLE IF EXISTS alone
					CONCURRENT_INDEX            PARTIAL  -   relational-databases/indexes/perform-index-operations-online                            ONLINE=ON, not in every edition
					ONLINE_DDL_CLAUSES          NO       -   t-sql/statements/alter-table-transact-sql
					INSTANT_ADD_COLUMN          PARTIAL  11  t-sql/statements/alter-table-transact-sql                                               Not in every edition
					NOT_VALID_CONSTRAINTS       YES      -   t-sql/statements/alter-table-transact-sql                                               WITH NOCHECK
					DEFERRED_CONSTRAINTS        NO       -   relational-databases/tables/primary-and-foreign-key-constraints
					CHECK_CONSTRAINTS           YES      -   relational-databases/tables/unique-constraints-and-check-constraints
					FOREIGN_KEYS                YES      -   relational-databases/tables/primary-and-foreign-key-constraints
					STORED_GENERATED_COLUMNS    YES      -   relational-databases/tables/specify-computed-columns-in-a-table                         PERSISTED
					VIRTUAL_GENERATED_COLUMNS   YES      -   relational-databases/tables/specify-computed-columns-in-a-table
					PARTIAL_INDEXES             YES      10  relational-databases/indexes/create-filtered-indexes
					EXPRESSION_INDEXES          NO       -   relational-databases/indexes/indexes-on-computed-columns                                An index on a computed column instead
					SEQUENCES                   YES      11  t-sql/statements/create-sequence-transact-sql
					IDENTITY_COLUMNS            YES      -   t-sql/statements/create-table-transact-sql-identity-property
					JSON_TYPE                   YES      17  t-sql/data-types/json-data-type
					JSON_PATHS                  YES      13  t-sql/functions/json-value-transact-sql
					ROW_ESTIMATES               YES      -   relational-databases/system-catalog-views/sys-partitions-transact-sql
					RETURNING                   YES      -   t-sql/queries/output-clause-transact-sql                                                OUTPUT
					UPSERT                      PARTIAL  10  t-sql/statements/merge-transact-sql                                                     MERGE, which needs HOLDLOCK under concurrency
					SAVEPOINTS                  YES      -   t-sql/language-elements/save-transaction-transact-sql
					SAVEPOINT_AFTER_ERROR       PARTIAL  -   t-sql/functions/xact-state-transact-sql                                                 Not after errors that doom the transaction
					TRANSACTION_AFTER_ERROR     PARTIAL  -   t-sql/statements/set-xact-abort-transact-sql                                            Not with XACT_ABORT and not after errors that doom the transaction
					READ_ONLY_TRANSACTIONS      NO       -   t-sql/statements/set-transaction-isolation-level-transact-sql
					TRANSACTION_STATUS          NO       -   t-sql/language-elements/transactions-transact-sql
					READ_UNCOMMITTED            YES      -   t-sql/statements/set-transaction-isolation-level-transact-sql
					READ_COMMITTED              YES      -   t-sql/statements/set-transaction-isolation-level-transact-sql
					REPEATABLE_READ             PARTIAL  -   t-sql/statements/set-transaction-isolation-level-transact-sql                           New rows appear; SNAPSHOT does not show them
					SERIALIZABLE                YES      -   t-sql/statements/set-transaction-isolation-level-transact-sql                           By locks on ranges
					READS_PASS_WRITERS          PARTIAL  -   t-sql/statements/alter-database-transact-sql-set-options                                With READ_COMMITTED_SNAPSHOT, the default on Azure alone
					CONCURRENT_WRITERS          YES      -   relational-databases/sql-server-transaction-locking-and-row-versioning-guide
					ROW_LOCKS                   PARTIAL  -   t-sql/queries/hints-transact-sql-table                                                  The hint UPDLOCK
					FOR_UPDATE_OF               NO       -   t-sql/queries/select-for-clause-transact-sql
					NOWAIT                      PARTIAL  -   t-sql/queries/hints-transact-sql-table                                                  The hint NOWAIT
					SKIP_LOCKED                 PARTIAL  -   t-sql/queries/hints-transact-sql-table                                                  The hint READPAST
					LOCK_TIMEOUT_SESSION        YES      -   t-sql/statements/set-lock-timeout-transact-sql
					LOCK_TIMEOUT_TRANSACTION    NO       -   t-sql/statements/set-lock-timeout-transact-sql
					LOCK_TIMEOUT_STATEMENT      NO       -   t-sql/statements/set-lock-timeout-transact-sql
					STATEMENT_TIMEOUT           NO       -   t-sql/statements/set-statements-transact-sql
					TRANSACTION_TIMEOUT         NO       -   t-sql/statements/set-statements-transact-sql
					SESSION_ADVISORY_LOCKS      YES      -   relational-databases/system-stored-procedures/sp-getapplock-transact-sql
					TRANSACTION_ADVISORY_LOCKS  YES      -   relational-databases/system-stored-procedures/sp-getapplock-transact-sql
					DEADLOCK_DETECTION          YES      -   relational-databases/sql-server-deadlocks-guide
					BLOCKING_SESSIONS           PARTIAL  -   relational-databases/system-dynamic-management-views/sys-dm-exec-requests-transact-sql  Needs VIEW SERVER STATE
					BACKUP_STATEMENT            YES      -   t-sql/statements/backup-transact-sql
					INTEGRITY_CHECK             YES      -   t-sql/database-console-commands/dbcc-checkdb-transact-sql
					""");

	static final List<CapabilityProbe> PROBES = List.of();

	private SqlServerCapabilities() {
	}

}
