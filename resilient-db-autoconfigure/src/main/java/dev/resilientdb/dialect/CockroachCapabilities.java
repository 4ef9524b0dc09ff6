package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.capability.CapabilityProbe;

/**
 * What CockroachDB can do, from <a href="https://www.cockroachlabs.com/docs/stable/">its
 * documentation</a>.
 */
final class CockroachCapabilities {

	static final CapabilityTable TABLE = CapabilityTable.of("https://www.cockroachlabs.com/docs/stable/",
			"""
					TRANSACTIONAL_DDL           PARTIAL  -     online-schema-changes           Schema changes run after COMMIT and may fail then
					IDEMPOTENT_DDL              YES      -     create-table
					CONCURRENT_INDEX            YES      -     online-schema-changes
					ONLINE_DDL_CLAUSES          NO       -     alter-table
					INSTANT_ADD_COLUMN          NO       -     online-schema-changes           Rows are filled in the background
					NOT_VALID_CONSTRAINTS       YES      -     alter-table
					DEFERRED_CONSTRAINTS        NO       -     foreign-key
					CHECK_CONSTRAINTS           YES      -     check
					FOREIGN_KEYS                YES      -     foreign-key
					STORED_GENERATED_COLUMNS    YES      -     computed-columns
					VIRTUAL_GENERATED_COLUMNS   YES      21.1  computed-columns
					PARTIAL_INDEXES             YES      20.2  partial-indexes
					EXPRESSION_INDEXES          YES      21.2  expression-indexes
					SEQUENCES                   YES      -     create-sequence
					IDENTITY_COLUMNS            YES      21.2  create-table
					JSON_TYPE                   YES      -     jsonb
					JSON_PATHS                  YES      -     jsonb
					RETURNING                   YES      -     insert
					UPSERT                      YES      -     upsert
					SAVEPOINTS                  YES      20.1  savepoint
					SAVEPOINT_AFTER_ERROR       PARTIAL  20.1  savepoint                       Not after a serialization failure
					TRANSACTION_AFTER_ERROR     NO       -     transactions
					READ_ONLY_TRANSACTIONS      YES      -     set-transaction
					READ_UNCOMMITTED            NO       -     transactions                    It is READ COMMITTED or SERIALIZABLE
					READ_COMMITTED              PARTIAL  23.2  read-committed                  Where the cluster allows it; otherwise SERIALIZABLE
					READ_COMMITTED              YES      24.1  read-committed
					SERIALIZABLE                YES      -     demo-serializable
					CONCURRENT_WRITERS          YES      -     architecture/transaction-layer
					ROW_LOCKS                   YES      20.1  select-for-update
					NOWAIT                      YES      20.2  select-for-update
					SKIP_LOCKED                 YES      22.2  select-for-update
					LOCK_TIMEOUT_SESSION        YES      -     session-variables               lock_timeout
					STATEMENT_TIMEOUT           YES      -     session-variables               statement_timeout
					TRANSACTION_TIMEOUT         YES      23.1  session-variables               transaction_timeout
					SESSION_ADVISORY_LOCKS      NO       -     postgresql-compatibility        The functions exist and lock nothing
					TRANSACTION_ADVISORY_LOCKS  NO       -     postgresql-compatibility        The functions exist and lock nothing
					BACKUP_STATEMENT            YES      -     backup
					""");

	static final List<CapabilityProbe> PROBES = List.of();

	private CockroachCapabilities() {
	}

}
