package dev.resilientdb.dialect;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

import org.springframework.util.ClassUtils;

import dev.resilientdb.capability.CapabilityDialect;
import dev.resilientdb.capability.CapabilityProbe;
import dev.resilientdb.capability.CapabilityRow;
import dev.resilientdb.constraint.CatalogListing;
import dev.resilientdb.constraint.ConstraintDialect;
import dev.resilientdb.constraint.ReportedViolation;
import dev.resilientdb.failure.FailureCode;
import dev.resilientdb.failure.FailureDialect;
import dev.resilientdb.failure.FailureKind;
import dev.resilientdb.migration.LedgerSyntax;
import dev.resilientdb.migration.MigrationDialect;
import dev.resilientdb.migration.SessionDialect;

/**
 * SQLite, with <a href="https://www.sqlite.org/rescode.html">its result codes</a>. It
 * undoes the statement, but after a full disk, an I/O error, a lack of memory or an
 * interrupt <a href="https://www.sqlite.org/lang_transaction.html">possibly the whole
 * transaction</a>. Its driver gives no SQLState.
 */
final class SqliteDialect implements FailureDialect, ConstraintDialect, MigrationDialect, CapabilityDialect {

	private static final String PRODUCT = "SQLite";

	private static final int PRIMARY_CODE = 0xff;

	private static final boolean DRIVER_PRESENT = ClassUtils.isPresent("org.sqlite.SQLiteException",
			SqliteDialect.class.getClassLoader());

	private static final CodeTable CODES = CodeTable.of("""
			1     SYNTAX                 STATEMENT    SQLITE_ERROR
			2     INTERNAL               UNKNOWN      SQLITE_INTERNAL
			3     PERMISSION             STATEMENT    SQLITE_PERM
			4     CANCELLED              STATEMENT    SQLITE_ABORT
			5     LOCK_TIMEOUT           STATEMENT    SQLITE_BUSY
			6     LOCK_TIMEOUT           STATEMENT    SQLITE_LOCKED
			7     OUT_OF_MEMORY          UNKNOWN      SQLITE_NOMEM
			8     READ_ONLY              STATEMENT    SQLITE_READONLY
			9     CANCELLED              UNKNOWN      SQLITE_INTERRUPT
			10    IO_ERROR               UNKNOWN      SQLITE_IOERR
			11    CORRUPTION             STATEMENT    SQLITE_CORRUPT
			13    DISK_FULL              UNKNOWN      SQLITE_FULL
			14    CONNECTION_REFUSED     SESSION      SQLITE_CANTOPEN
			15    LOCK_TIMEOUT           STATEMENT    SQLITE_PROTOCOL
			17    UNSUPPORTED            STATEMENT    SQLITE_SCHEMA
			18    VALUE_TOO_LONG         STATEMENT    SQLITE_TOOBIG
			19    CHECK_VIOLATION        STATEMENT    SQLITE_CONSTRAINT
			20    INVALID_VALUE          STATEMENT    SQLITE_MISMATCH
			21    UNSUPPORTED            STATEMENT    SQLITE_MISUSE
			23    PERMISSION             STATEMENT    SQLITE_AUTH
			25    INVALID_VALUE          STATEMENT    SQLITE_RANGE
			26    CORRUPTION             STATEMENT    SQLITE_NOTADB
			261   LOCK_TIMEOUT           STATEMENT    SQLITE_BUSY_RECOVERY
			262   LOCK_TIMEOUT           STATEMENT    SQLITE_LOCKED_SHAREDCACHE
			264   READ_ONLY              STATEMENT    SQLITE_READONLY_RECOVERY
			275   CHECK_VIOLATION        STATEMENT    SQLITE_CONSTRAINT_CHECK
			516   CANCELLED              TRANSACTION  SQLITE_ABORT_ROLLBACK
			517   SERIALIZATION_FAILURE  TRANSACTION  SQLITE_BUSY_SNAPSHOT
			773   LOCK_TIMEOUT           STATEMENT    SQLITE_BUSY_TIMEOUT
			787   FOREIGN_KEY_VIOLATION  STATEMENT    SQLITE_CONSTRAINT_FOREIGNKEY
			1032  READ_ONLY              STATEMENT    SQLITE_READONLY_DBMOVED
			1299  NOT_NULL_VIOLATION     STATEMENT    SQLITE_CONSTRAINT_NOTNULL
			1555  UNIQUE_VIOLATION       STATEMENT    SQLITE_CONSTRAINT_PRIMARYKEY
			1811  CHECK_VIOLATION        UNKNOWN      SQLITE_CONSTRAINT_TRIGGER
			2067  UNIQUE_VIOLATION       STATEMENT    SQLITE_CONSTRAINT_UNIQUE
			2579  UNIQUE_VIOLATION       STATEMENT    SQLITE_CONSTRAINT_ROWID
			3082  OUT_OF_MEMORY          UNKNOWN      SQLITE_IOERR_NOMEM
			3091  INVALID_VALUE          STATEMENT    SQLITE_CONSTRAINT_DATATYPE
			8458  CORRUPTION             UNKNOWN      SQLITE_IOERR_CORRUPTFS
			""");

	@Override
	public String product() {
		return PRODUCT;
	}

	@Override
	public Set<String> driverPackages() {
		return Set.of("org.sqlite.");
	}

	@Override
	public boolean serves(DatabaseMetaData metaData) throws SQLException {
		return PRODUCT.equals(metaData.getDatabaseProductName());
	}

	@Override
	public @Nullable FailureCode lookup(SQLException ex) {
		int code = resultCode(ex);
		FailureCode row = CODES.find(code);
		return (row != null) ? row : CODES.find(code & PRIMARY_CODE);
	}

	@Override
	public Collection<FailureCode> codes() {
		return CODES.rows();
	}

	@Override
	public @Nullable ReportedViolation report(SQLException ex) {
		return SqliteConstraints.report(resultCode(ex), String.valueOf(ex.getMessage()));
	}

	@Override
	public @Nullable Integer failedRow(BatchUpdateException ex) {
		return SqliteConstraints.failedRow(String.valueOf(ex.getMessage()));
	}

	@Override
	public LedgerSyntax ledger() {
		return SqliteLedger.SYNTAX;
	}

	@Override
	public String upsert() {
		return "INSERT ... ON CONFLICT DO NOTHING";
	}

	@Override
	public SessionDialect sessions() {
		return SqliteSessions.INSTANCE;
	}

	@Override
	public CatalogListing constraints(Connection connection, int limit) throws SQLException {
		return SqliteCatalog.CONSTRAINTS.run(connection, limit);
	}

	@Override
	public Set<FailureKind> ordinaryConflicts() {
		return Set.of(FailureKind.LOCK_TIMEOUT);
	}

	@Override
	public Collection<CapabilityRow> capabilities() {
		return SqliteCapabilities.TABLE.rows();
	}

	@Override
	public Collection<CapabilityProbe> probes() {
		return SqliteCapabilities.PROBES;
	}

	private static int resultCode(SQLException ex) {
		return DRIVER_PRESENT ? ResultCode.of(ex) : ex.getErrorCode();
	}

	/**
	 * The extended result code, which only the driver's own exception has. Loaded only
	 * with the driver on the class path.
	 */
	private static final class ResultCode {

		static int of(SQLException ex) {
			return (ex instanceof SQLiteException sqlite) ? sqlite.getResultCode().code : ex.getErrorCode();
		}

	}

}
