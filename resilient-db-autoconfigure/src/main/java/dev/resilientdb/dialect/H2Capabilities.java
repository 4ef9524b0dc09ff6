package dev.resilientdb.dialect;

import java.util.List;

import dev.resilientdb.capability.CapabilityProbe;

/**
 * What H2 can do, from <a href="https://www.h2database.com/html/">its documentation</a>.
 */
final class H2Capabilities {

	static final CapabilityTable TABLE = CapabilityTable.of("https://www.h2database.com/html/",
			"""
					TRANSACTIONAL_DDL           NO       -        advanced.html      DDL commits the transaction
					IDEMPOTENT_DDL              YES      -        commands.html
					CONCURRENT_INDEX            NO       -        commands.html
					ONLINE_DDL_CLAUSES          NO       -        commands.html
					INSTANT_ADD_COLUMN          NO       -        commands.html      The table is copied
					NOT_VALID_CONSTRAINTS       PARTIAL  -        commands.html      NOCHECK leaves the old rows alone; nothing validates them later
					DEFERRED_CONSTRAINTS        NO       -        grammar.html
					CHECK_CONSTRAINTS           YES      -        grammar.html
					FOREIGN_KEYS                YES      -        grammar.html
					STORED_GENERATED_COLUMNS    YES      -        grammar.html
					VIRTUAL_GENERATED_COLUMNS   NO       -        grammar.html
					PARTIAL_INDEXES             NO       -        commands.html
					EXPRESSION_INDEXES          NO       -        commands.html
					SEQUENCES                   YES      -        commands.html
					IDENTITY_COLUMNS            YES      -        grammar.html
					JSON_TYPE                   YES      1.4.200  datatypes.html
					JSON_PATHS                  YES      2.2      grammar.html       The field reference (document)."name"
					ROW_ESTIMATES               YES      -        systemtables.html
					RETURNING                   YES      1.4.200  grammar.html       SELECT FROM FINAL TABLE
					UPSERT                      YES      -        commands.html      MERGE INTO
					SAVEPOINTS                  YES      -        commands.html
					SAVEPOINT_AFTER_ERROR       YES      -        commands.html      A deadlock rolls back the transaction
					TRANSACTION_AFTER_ERROR     YES      -        advanced.html      A deadlock rolls back the transaction
					READ_ONLY_TRANSACTIONS      NO       -        advanced.html
					TRANSACTION_STATUS          NO       -        functions.html
					READ_UNCOMMITTED            YES      -        advanced.html
					READ_COMMITTED              YES      -        advanced.html
					REPEATABLE_READ             YES      1.4.200  advanced.html
					LOST_UPDATES_REFUSED        YES      1.4.200  advanced.html
					SERIALIZABLE                NO       -        advanced.html      It is snapshot isolation: write skew passes
					READS_PASS_WRITERS          YES      -        advanced.html
					CONCURRENT_WRITERS          YES      -        advanced.html
					ROW_LOCKS                   YES      -        commands.html
					FOR_UPDATE_OF               NO       -        commands.html
					NOWAIT                      YES      2.2.220  commands.html
					SKIP_LOCKED                 YES      2.2.220  commands.html
					LOCK_TIMEOUT_SESSION        YES      -        commands.html      SET LOCK_TIMEOUT
					LOCK_TIMEOUT_TRANSACTION    NO       -        commands.html
					LOCK_TIMEOUT_STATEMENT      YES      2.2.220  commands.html      FOR UPDATE WAIT n
					STATEMENT_TIMEOUT           YES      -        commands.html      SET QUERY_TIMEOUT
					TRANSACTION_TIMEOUT         NO       -        commands.html
					SESSION_ADVISORY_LOCKS      NO       -        functions.html
					TRANSACTION_ADVISORY_LOCKS  NO       -        functions.html
					DEADLOCK_DETECTION          YES      -        advanced.html
					BLOCKING_SESSIONS           PARTIAL  2        systemtables.html  An ordinary login sees its own session alone
					BACKUP_STATEMENT            YES      -        commands.html      SCRIPT, and BACKUP of a database in files
					INTEGRITY_CHECK             NO       -        commands.html
					""");

	static final List<CapabilityProbe> PROBES = ProbeList
		.of("""
				LOCK_TIMEOUT_SESSION  select lock_timeout() >= 0
				JSON_PATHS            select (json '{"a": 1}')."a" = json '1'
				BLOCKING_SESSIONS     select count(*) = 1 from information_schema.users where user_name = current_user and is_admin
				RETURNING             create local temporary table resilient_db_probe (id int); select id = 1 from final table (insert into resilient_db_probe values (1))
				""");

	private H2Capabilities() {
	}

}
