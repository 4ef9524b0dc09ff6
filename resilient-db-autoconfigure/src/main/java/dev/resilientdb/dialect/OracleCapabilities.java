package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.capability.CapabilityProbe;

/**
 * What Oracle can do, from
 * <a href="https://docs.oracle.com/en/database/oracle/oracle-database/23/">its
 * documentation</a>.
 */
final class OracleCapabilities {

	static final CapabilityTable TABLE = CapabilityTable.of(
			"https://docs.oracle.com/en/database/oracle/oracle-database/23/",
			"""
					TRANSACTIONAL_DDL           NO       -       sqlrf/COMMIT.html                            DDL commits before and after itself
					IDEMPOTENT_DDL              YES      23      sqlrf/CREATE-TABLE.html
					CONCURRENT_INDEX            PARTIAL  -       sqlrf/CREATE-INDEX.html                      ONLINE, not in every edition
					ONLINE_DDL_CLAUSES          NO       -       sqlrf/ALTER-TABLE.html
					INSTANT_ADD_COLUMN          YES      12      sqlrf/ALTER-TABLE.html
					NOT_VALID_CONSTRAINTS       YES      -       sqlrf/constraint.html                        ENABLE NOVALIDATE
					DEFERRED_CONSTRAINTS        YES      -       sqlrf/constraint.html
					CHECK_CONSTRAINTS           YES      -       sqlrf/constraint.html
					FOREIGN_KEYS                YES      -       sqlrf/constraint.html
					VIRTUAL_GENERATED_COLUMNS   YES      11      sqlrf/CREATE-TABLE.html
					PARTIAL_INDEXES             NO       -       sqlrf/CREATE-INDEX.html                      An index on an expression that is null otherwise
					EXPRESSION_INDEXES          YES      -       sqlrf/CREATE-INDEX.html
					SEQUENCES                   YES      -       sqlrf/CREATE-SEQUENCE.html
					IDENTITY_COLUMNS            YES      12      sqlrf/CREATE-TABLE.html
					JSON_TYPE                   YES      21      sqlrf/Data-Types.html
					JSON_PATHS                  YES      12.1.0  sqlrf/JSON_VALUE.html
					ROW_ESTIMATES               YES      -       refrn/ALL_TABLES.html                        As of the last statistics
					RETURNING                   PARTIAL  -       lnpls/RETURNING-INTO-clause.html             Into variables, not as rows
					UPSERT                      PARTIAL  -       sqlrf/MERGE.html                             MERGE, which may fail with a duplicate under concurrency
					SAVEPOINTS                  YES      -       sqlrf/SAVEPOINT.html
					SAVEPOINT_AFTER_ERROR       YES      -       sqlrf/ROLLBACK.html
					TRANSACTION_AFTER_ERROR     YES      -       cncpt/transactions.html
					READ_ONLY_TRANSACTIONS      YES      -       sqlrf/SET-TRANSACTION.html
					TRANSACTION_STATUS          PARTIAL  12      adfns/using-transaction-guard.html           Transaction Guard, with a service that is set up for it
					READ_UNCOMMITTED            NO       -       cncpt/data-concurrency-and-consistency.html
					READ_COMMITTED              YES      -       cncpt/data-concurrency-and-consistency.html
					REPEATABLE_READ             NO       -       cncpt/data-concurrency-and-consistency.html  The level does not exist
					LOST_UPDATES_REFUSED        NO       -       cncpt/data-concurrency-and-consistency.html  At SERIALIZABLE they are refused with ORA-08177
					SERIALIZABLE                NO       -       cncpt/data-concurrency-and-consistency.html  It is snapshot isolation: write skew passes
					READS_PASS_WRITERS          YES      -       cncpt/data-concurrency-and-consistency.html
					CONCURRENT_WRITERS          YES      -       cncpt/data-concurrency-and-consistency.html
					ROW_LOCKS                   YES      -       sqlrf/SELECT.html
					FOR_UPDATE_OF               YES      -       sqlrf/SELECT.html                            Names columns, not tables
					NOWAIT                      YES      -       sqlrf/SELECT.html
					SKIP_LOCKED                 YES      -       sqlrf/SELECT.html
					LOCK_TIMEOUT_SESSION        PARTIAL  11      refrn/DDL_LOCK_TIMEOUT.html                  DDL_LOCK_TIMEOUT, for DDL alone
					LOCK_TIMEOUT_TRANSACTION    NO       -       sqlrf/SET-TRANSACTION.html
					LOCK_TIMEOUT_STATEMENT      YES      -       sqlrf/SELECT.html                            FOR UPDATE WAIT n
					STATEMENT_TIMEOUT           NO       -       sqlrf/ALTER-SESSION.html
					TRANSACTION_TIMEOUT         NO       -       sqlrf/ALTER-SESSION.html
					SESSION_ADVISORY_LOCKS      PARTIAL  -       arpls/DBMS_LOCK.html                         Needs EXECUTE on DBMS_LOCK
					TRANSACTION_ADVISORY_LOCKS  PARTIAL  -       arpls/DBMS_LOCK.html                         Needs EXECUTE on DBMS_LOCK
					DEADLOCK_DETECTION          YES      -       cncpt/data-concurrency-and-consistency.html  The statement fails, its transaction goes on
					BLOCKING_SESSIONS           PARTIAL  -       refrn/V-SESSION.html                         Needs SELECT on V$SESSION
					BACKUP_STATEMENT            NO       -       bradv/index.html                             RMAN is a program
					INTEGRITY_CHECK             YES      -       sqlrf/ANALYZE.html                           ANALYZE TABLE VALIDATE STRUCTURE
					""");

	static final List<CapabilityProbe> PROBES = List.of();

	private OracleCapabilities() {
	}

}
