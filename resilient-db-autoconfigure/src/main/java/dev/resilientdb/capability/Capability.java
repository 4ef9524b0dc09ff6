package dev.resilientdb.capability;

/**
 * What a database server can do or not, as far as this library and its users care. Each
 * is one claim that holds or does not; its {@link #meaning()} is that claim.
 */
public enum Capability {

	TRANSACTIONAL_DDL("A rollback undoes what CREATE, ALTER and DROP TABLE did."),

	IDEMPOTENT_DDL("CREATE TABLE IF NOT EXISTS and DROP TABLE IF EXISTS pass when there is nothing to do."),

	CONCURRENT_INDEX("An index is built while others write to the table."),

	ONLINE_DDL_CLAUSES("ALTER TABLE takes ALGORITHM and LOCK and fails where it would do more."),

	INSTANT_ADD_COLUMN("A column with a constant default is added without writing the rows."),

	NOT_VALID_CONSTRAINTS("A constraint holds for new rows at once and is validated for the old ones later."),

	DEFERRED_CONSTRAINTS("A foreign key can be checked at the end of the transaction."),

	CHECK_CONSTRAINTS("CHECK constraints are enforced, not only read."),

	FOREIGN_KEYS("Foreign keys are enforced on every connection."),

	STORED_GENERATED_COLUMNS("A generated column is computed when its row is written."),

	VIRTUAL_GENERATED_COLUMNS("A generated column is computed when it is read."),

	PARTIAL_INDEXES("A unique index covers only the rows that fulfil a condition."),

	EXPRESSION_INDEXES("A unique index covers the value of an expression."),

	SEQUENCES("Numbers come from sequences that belong to no table."),

	IDENTITY_COLUMNS("A column numbers new rows by itself."),

	JSON_TYPE("A column type refuses what is no JSON."),

	JSON_PATHS("SQL reads a value inside a JSON document."),

	ROW_ESTIMATES("The catalogue tells about how many rows a table has."),

	RETURNING("INSERT, UPDATE and DELETE return the rows that they wrote."),

	UPSERT("One statement inserts a row or changes the one that is there."),

	SAVEPOINTS("A rollback to a savepoint undoes what followed and leaves the rest."),

	SAVEPOINT_AFTER_ERROR("After a failed statement a rollback to a savepoint lets the transaction go on."),

	TRANSACTION_AFTER_ERROR("After a failed statement the transaction goes on without a savepoint."),

	READ_ONLY_TRANSACTIONS("A transaction that was declared read-only cannot write."),

	TRANSACTION_STATUS("The server tells of a transaction's number whether it committed."),

	READ_UNCOMMITTED("READ UNCOMMITTED shows what others have not committed yet."),

	READ_COMMITTED("READ COMMITTED shows each statement what was committed before it."),

	REPEATABLE_READ("REPEATABLE READ shows all queries of a transaction the same rows."),

	LOST_UPDATES_REFUSED("At REPEATABLE READ a row that changed since it was read cannot be updated."),

	SERIALIZABLE("At SERIALIZABLE no two transactions commit that each wrote what the other had read."),

	READS_PASS_WRITERS("A plain query does not wait for a transaction that writes its rows."),

	CONCURRENT_WRITERS("Two transactions write different rows of a table at the same time."),

	ROW_LOCKS("SELECT FOR UPDATE locks the rows that it reads."),

	FOR_UPDATE_OF("FOR UPDATE OF locks the rows of one table of a join."),

	NOWAIT("FOR UPDATE NOWAIT fails at once on a locked row."),

	SKIP_LOCKED("FOR UPDATE SKIP LOCKED leaves locked rows out."),

	LOCK_TIMEOUT_SESSION("A session can bound how long its statements wait for locks."),

	LOCK_TIMEOUT_TRANSACTION("A bound on waiting for locks can be set for one transaction and ends with it."),

	LOCK_TIMEOUT_STATEMENT("A single statement can bound how long it waits for locks."),

	STATEMENT_TIMEOUT("The server ends statements that run longer than the session allows."),

	TRANSACTION_TIMEOUT("The server ends transactions that run longer than the session allows."),

	SESSION_ADVISORY_LOCKS("Sessions exclude each other by a lock on a name or number."),

	TRANSACTION_ADVISORY_LOCKS("A lock on a name or number ends with its transaction."),

	DEADLOCK_DETECTION("A deadlock ends by itself: one of its transactions fails."),

	BLOCKING_SESSIONS("An ordinary login sees which session waits for which."),

	BACKUP_STATEMENT("A statement writes a backup of the whole database while it is used."),

	INTEGRITY_CHECK("A statement checks whether stored rows and indexes are whole.");

	private final String meaning;

	Capability(String meaning) {
		this.meaning = meaning;
	}

	/**
	 * What is claimed, in one sentence.
	 */
	public String meaning() {
		return this.meaning;
	}

}
