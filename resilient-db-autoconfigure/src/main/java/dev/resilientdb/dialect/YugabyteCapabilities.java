package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.capability.CapabilityProbe;

/**
 * What YugabyteDB can do, from <a href="https://docs.yugabyte.com/stable/">its
 * documentation</a>.
 */
final class YugabyteCapabilities {

	static final CapabilityTable TABLE = CapabilityTable.of("https://docs.yugabyte.com/stable/",
			"""
					TRANSACTIONAL_DDL          NO       -  architecture/transactions/transactional-ddl/                               Each DDL statement is a transaction of its own unless the server's flag says otherwise
					IDEMPOTENT_DDL             YES      -  api/ysql/the-sql-language/statements/ddl_create_table/
					CONCURRENT_INDEX           YES      -  api/ysql/the-sql-language/statements/ddl_create_index/
					ONLINE_DDL_CLAUSES         NO       -  api/ysql/the-sql-language/statements/ddl_alter_table/
					DEFERRED_CONSTRAINTS       YES      -  api/ysql/the-sql-language/statements/ddl_create_table/
					CHECK_CONSTRAINTS          YES      -  api/ysql/the-sql-language/statements/ddl_create_table/
					FOREIGN_KEYS               YES      -  api/ysql/the-sql-language/statements/ddl_create_table/
					VIRTUAL_GENERATED_COLUMNS  NO       -  api/ysql/the-sql-language/statements/ddl_create_table/
					PARTIAL_INDEXES            YES      -  explore/ysql-language-features/indexes-constraints/partial-index-ysql/
					EXPRESSION_INDEXES         YES      -  explore/ysql-language-features/indexes-constraints/expression-index-ysql/
					SEQUENCES                  YES      -  api/ysql/the-sql-language/statements/ddl_create_sequence/
					IDENTITY_COLUMNS           YES      -  api/ysql/the-sql-language/statements/ddl_create_table/
					JSON_TYPE                  YES      -  api/ysql/datatypes/type_json/
					JSON_PATHS                 YES      -  api/ysql/datatypes/type_json/
					RETURNING                  YES      -  api/ysql/the-sql-language/statements/dml_insert/
					UPSERT                     YES      -  api/ysql/the-sql-language/statements/dml_insert/
					SAVEPOINTS                 YES      -  api/ysql/the-sql-language/statements/savepoint_create/
					SAVEPOINT_AFTER_ERROR      YES      -  api/ysql/the-sql-language/statements/savepoint_rollback/
					TRANSACTION_AFTER_ERROR    NO       -  api/ysql/the-sql-language/statements/savepoint_rollback/
					READ_ONLY_TRANSACTIONS     YES      -  api/ysql/the-sql-language/statements/txn_set/
					READ_UNCOMMITTED           NO       -  architecture/transactions/isolation-levels/
					READ_COMMITTED             PARTIAL  -  architecture/transactions/read-committed/                                  With the server's flag yb_enable_read_committed_isolation; otherwise REPEATABLE READ
					REPEATABLE_READ            YES      -  architecture/transactions/isolation-levels/                                It is snapshot isolation
					LOST_UPDATES_REFUSED       YES      -  architecture/transactions/isolation-levels/
					SERIALIZABLE               YES      -  architecture/transactions/isolation-levels/
					READS_PASS_WRITERS         YES      -  architecture/transactions/isolation-levels/
					CONCURRENT_WRITERS         YES      -  architecture/transactions/concurrency-control/
					ROW_LOCKS                  YES      -  explore/transactions/explicit-locking/
					STATEMENT_TIMEOUT          YES      -  reference/configuration/yb-tserver/                                        statement_timeout
					BACKUP_STATEMENT           NO       -  manage/backup-restore/
					""");

	static final List<CapabilityProbe> PROBES = List.of();

	private YugabyteCapabilities() {
	}

}
